// Takes the notes off all touchpoints of one client. Parameters: $clientId.
MATCH (client:Client {id: $clientId})-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)
SET touchpoint.note = null
