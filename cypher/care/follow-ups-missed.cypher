// One page of the missed follow-ups a manager answers for: those whose client's owner answers to her, or has no manager, or is nobody.
// Parameters: $managerId, $now, $afterAt, $afterId, $limit.
MATCH (followUp:FollowUp)
WHERE followUp.state = 'OPEN' AND followUp.dueAt >= $afterAt AND followUp.dueAt < $now
  AND NOT (followUp.dueAt = $afterAt AND followUp.id <= $afterId) AND followUp.overdueAt <= $now
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit)-[:CALLS_FOR]->(followUp)
WITH followUp, client, visit,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS ownerId,
  head(COLLECT {
    MATCH (client)-[held:OWNED_BY]->(:Staff)-[:ANSWERS_TO]->(manager:Staff) WHERE held.to IS NULL RETURN manager.id
  }) AS managerId
WHERE managerId IS NULL OR managerId = $managerId
RETURN followUp.id AS id, client.id AS clientId, visit.id AS visitId, followUp.step AS step, followUp.dueAt AS dueAt,
  followUp.overdueAt AS overdueAt, followUp.doneAt AS doneAt, followUp.outcome AS outcome, followUp.note AS note,
  ownerId, null AS doneById
ORDER BY dueAt, id
LIMIT $limit
