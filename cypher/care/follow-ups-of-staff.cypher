// One page of the open follow-ups of the clients a staff member is accountable for that are due, by when they became so.
// Parameters: $staffId, $before, $overdueBy, $notOverdueBy, $afterAt, $afterId, $limit.
MATCH (owner:Staff {id: $staffId})<-[held:OWNED_BY]-(client:Client)
WHERE held.to IS NULL
MATCH (client)-[:HAD_VISIT]->(visit:Visit)-[:CALLS_FOR]->(followUp:FollowUp)
WHERE followUp.state = 'OPEN' AND followUp.dueAt >= $afterAt AND followUp.dueAt < $before
  AND NOT (followUp.dueAt = $afterAt AND followUp.id <= $afterId)
  AND ($overdueBy IS NULL OR followUp.overdueAt <= $overdueBy)
  AND ($notOverdueBy IS NULL OR followUp.overdueAt > $notOverdueBy)
RETURN followUp.id AS id, client.id AS clientId, visit.id AS visitId, followUp.step AS step, followUp.dueAt AS dueAt,
  followUp.overdueAt AS overdueAt, followUp.doneAt AS doneAt, followUp.outcome AS outcome, followUp.note AS note,
  owner.id AS ownerId, null AS doneById
ORDER BY dueAt, id
LIMIT $limit
