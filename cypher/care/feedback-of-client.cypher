// One page of a client's feedback, latest first. Parameters: $clientId, $afterAt, $afterId, $limit.
MATCH (client:Client {id: $clientId})-[:GAVE]->(feedback:Feedback)
WHERE feedback.openedAt < $afterAt OR (feedback.openedAt = $afterAt AND feedback.id > $afterId)
RETURN feedback.id AS id, client.id AS clientId, feedback.kind AS kind, feedback.topic AS topic,
  feedback.direction AS direction, feedback.severity AS severity, feedback.openedAt AS openedAt,
  coalesce(feedback.clockFrom, feedback.openedAt) AS clockFrom, feedback.firstResponseAt AS firstResponseAt,
  feedback.solutionAt AS solutionAt, feedback.closedAt AS closedAt, coalesce(feedback.reopened, 0) AS reopened,
  head(COLLECT { MATCH (feedback)-[:HANDLED_BY]->(staff:Staff) RETURN staff.id }) AS handlerId
ORDER BY feedback.openedAt DESC, feedback.id
LIMIT $limit
