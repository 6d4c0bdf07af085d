// The complaints that are open, oldest first, with whom their clients are tied to. Parameters: $limit.
MATCH (feedback:Feedback)
WHERE feedback.kind = 'COMPLAINT' AND feedback.openedAt IS NOT NULL AND feedback.closedAt IS NULL
WITH feedback
ORDER BY feedback.openedAt, feedback.id
LIMIT $limit
MATCH (client:Client)-[:GAVE]->(feedback)
RETURN feedback.id AS id, client.id AS clientId, feedback.kind AS kind, feedback.topic AS topic,
  feedback.direction AS direction, feedback.severity AS severity, feedback.openedAt AS openedAt,
  coalesce(feedback.clockFrom, feedback.openedAt) AS clockFrom, feedback.firstResponseAt AS firstResponseAt,
  feedback.solutionAt AS solutionAt, feedback.closedAt AS closedAt, coalesce(feedback.reopened, 0) AS reopened,
  head(COLLECT { MATCH (feedback)-[:HANDLED_BY]->(staff:Staff) RETURN staff.id }) AS handlerId,
  COLLECT { MATCH (client)-[:TIED]-(other:Client) RETURN DISTINCT other.id ORDER BY other.id LIMIT 200 } AS tiedIds
ORDER BY openedAt, id
