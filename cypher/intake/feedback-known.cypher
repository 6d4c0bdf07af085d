// Feedback as its file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (feedback:Feedback {id: key})
USING INDEX SEEK feedback:Feedback(id)
MATCH (client:Client)-[:GAVE]->(feedback)
OPTIONAL MATCH (feedback)-[:HANDLED_BY]->(staff:Staff)
RETURN feedback.id AS id, client.id AS clientId, feedback.kind AS kind, feedback.topic AS topic,
  feedback.severity AS severity, feedback.openedAt AS openedAt, feedback.firstResponseAt AS firstResponseAt,
  feedback.solutionAt AS solutionAt, feedback.closedAt AS closedAt, staff.id AS staffId
