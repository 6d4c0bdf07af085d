// Records a touchpoint; the client's node is written to first, so that two contacts of hers are weighed one after the other.
// Parameters: $id, $clientId, $staffId, $at, $stage, $kind, $satisfaction, $rapport, $note.
MATCH (client:Client {id: $clientId})
MATCH (staff:Staff {id: $staffId})
SET client.version = client.version + 1
CREATE (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint {
  id: $id, at: $at, stage: $stage, kind: $kind, satisfaction: $satisfaction, rapport: $rapport, note: $note})
  -[:WITH]->(staff)
RETURN touchpoint.id AS id
