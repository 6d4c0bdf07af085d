// Records feedback of a client. Parameters: $clientId, $feedback, $staffId.
MATCH (client:Client {id: $clientId})
CREATE (client)-[:GAVE]->(feedback:Feedback)
SET feedback = $feedback
WITH feedback
CALL (feedback) {
  MATCH (staff:Staff {id: $staffId})
  CREATE (feedback)-[:HANDLED_BY]->(staff)
}
RETURN feedback.id AS id
