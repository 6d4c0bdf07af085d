// Adds visits to their clients and to what these have paid. Parameters: $rows, $recordedAt.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
SET client.version = client.version + 1
SET client.netRevenue = client.netRevenue + row.paid - row.refunded
CREATE (client)-[:HAD_VISIT]->(visit:Visit {
  id: row.id, at: row.at, recordedAt: $recordedAt, charged: row.charged, paid: row.paid, refunded: row.refunded})
WITH row, visit
CALL (row, visit) {
  UNWIND row.treatments AS code
  MATCH (treatment:Treatment {code: code})
  USING INDEX SEEK treatment:Treatment(code)
  CREATE (visit)-[:INCLUDED]->(treatment)
}
CALL (row, visit) {
  UNWIND row.staff AS served
  MATCH (staff:Staff {id: served.staffId})
  USING INDEX SEEK staff:Staff(id)
  CREATE (visit)-[:SERVED_BY {role: served.role}]->(staff)
}
FOREACH (refunded IN CASE WHEN row.refunded > 0 THEN [row.refunded] ELSE [] END |
  CREATE (visit)-[:REFUNDED]->(:Refund {
    id: row.id + '-refund', at: row.at, amount: refunded, recordedAt: $recordedAt}))
RETURN count(visit) AS loaded
