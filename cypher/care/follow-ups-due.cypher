// One page of the open follow-ups of all clients that are due, by when they became so.
// Parameters: $before, $overdueBy, $notOverdueBy, $afterAt, $afterId, $limit.
MATCH (followUp:FollowUp)
WHERE followUp.state = 'OPEN' AND followUp.dueAt >= $afterAt AND followUp.dueAt < $before
  AND NOT (followUp.dueAt = $afterAt AND followUp.id <= $afterId)
  AND ($overdueBy IS NULL OR followUp.overdueAt <= $overdueBy)
  AND ($notOverdueBy IS NULL OR followUp.overdueAt > $notOverdueBy)
WITH followUp
ORDER BY followUp.dueAt, followUp.id
LIMIT $limit
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit)-[:CALLS_FOR]->(followUp)
RETURN followUp.id AS id, client.id AS clientId, visit.id AS visitId, followUp.step AS step, followUp.dueAt AS dueAt,
  followUp.overdueAt AS overdueAt, followUp.doneAt AS doneAt, followUp.outcome AS outcome, followUp.note AS note,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS ownerId,
  head(COLLECT { MATCH (followUp)-[:DONE_BY]->(staff:Staff) RETURN staff.id }) AS doneById
ORDER BY dueAt, id
