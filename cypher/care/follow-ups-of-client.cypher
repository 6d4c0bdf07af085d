// One page of a client's follow-ups, done or not, by when they are due. Parameters: $clientId, $afterAt, $afterId, $limit.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)-[:CALLS_FOR]->(followUp:FollowUp)
WHERE followUp.dueAt >= $afterAt AND NOT (followUp.dueAt = $afterAt AND followUp.id <= $afterId)
RETURN followUp.id AS id, client.id AS clientId, visit.id AS visitId, followUp.step AS step, followUp.dueAt AS dueAt,
  followUp.overdueAt AS overdueAt, followUp.doneAt AS doneAt, followUp.outcome AS outcome, followUp.note AS note,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS ownerId,
  head(COLLECT { MATCH (followUp)-[:DONE_BY]->(staff:Staff) RETURN staff.id }) AS doneById
ORDER BY dueAt, id
LIMIT $limit
