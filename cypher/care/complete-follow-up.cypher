// Marks a follow-up as done and says whether it was done before; it is written to first, so that two who do it at once queue.
// Parameters: $id, $staffId, $now, $outcome, $note.
MATCH (followUp:FollowUp {id: $id})
SET followUp.locked = true
WITH followUp, followUp.state AS before
MATCH (staff:Staff {id: $staffId})
SET followUp.state = 'DONE', followUp.doneAt = $now, followUp.outcome = $outcome, followUp.note = $note
CREATE (followUp)-[:DONE_BY]->(staff)
RETURN before
