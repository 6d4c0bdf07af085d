// One piece of feedback. Parameters: $id.
MATCH (client:Client)-[:GAVE]->(feedback:Feedback {id: $id})
RETURN feedback.id AS id, client.id AS clientId, feedback.kind AS kind, feedback.topic AS topic,
  feedback.direction AS direction, feedback.severity AS severity, feedback.openedAt AS openedAt,
  coalesce(feedback.clockFrom, feedback.openedAt) AS clockFrom, feedback.firstResponseAt AS firstResponseAt,
  feedback.solutionAt AS solutionAt, feedback.closedAt AS closedAt, coalesce(feedback.reopened, 0) AS reopened,
  head(COLLECT { MATCH (feedback)-[:HANDLED_BY]->(staff:Staff) RETURN staff.id }) AS handlerId
