// All touchpoints of one client, earliest first. Parameters: $clientId.
MATCH (client:Client {id: $clientId})-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)-[:WITH]->(staff:Staff)
RETURN touchpoint {.*, staff: staff.id} AS touchpoint
ORDER BY touchpoint.at
