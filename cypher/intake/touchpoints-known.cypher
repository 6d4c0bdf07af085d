// Touchpoints as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (touchpoint:Touchpoint {id: key})
USING INDEX SEEK touchpoint:Touchpoint(id)
MATCH (client:Client)-[:HAD_TOUCHPOINT]->(touchpoint)-[:WITH]->(staff:Staff)
RETURN touchpoint.id AS id, client.id AS clientId, staff.id AS staffId, touchpoint.at AS at, touchpoint.stage AS stage,
  touchpoint.kind AS kind, touchpoint.satisfaction AS satisfaction, touchpoint.rapport AS rapport, touchpoint.note AS note
