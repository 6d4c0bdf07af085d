// Adds touchpoints between clients and staff. Parameters: $rows.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
MATCH (staff:Staff {id: row.staffId})
USING INDEX SEEK staff:Staff(id)
CREATE (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint {
  id: row.id, at: row.at, stage: row.stage, kind: row.kind, satisfaction: row.satisfaction, rapport: row.rapport,
  note: row.note})-[:WITH]->(staff)
RETURN count(touchpoint) AS loaded
