// Adds a client's answer for one purpose; what she answered before is kept.
// Parameters: $id, $purpose, $given, $optOut, $optIn, $at, $recordedBy.
MATCH (client:Client {id: $id})
SET client.optedOut = CASE WHEN $optOut THEN true WHEN $optIn THEN null ELSE client.optedOut END
CREATE (client)-[:ANSWERED_FOR]->(consent:Consent {purpose: $purpose, given: $given, at: $at, recordedBy: $recordedBy})
RETURN client.id AS id
