// Queues behind whoever else writes to a piece of feedback. Parameters: $id.
MATCH (feedback:Feedback {id: $id})
SET feedback.locked = true
RETURN feedback.id AS id
