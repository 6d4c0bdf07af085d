// Notes a step of a piece of feedback and what it changes. Parameters: $id, $changes, $step.
MATCH (feedback:Feedback {id: $id})
SET feedback += $changes
CREATE (feedback)-[:TOOK]->(step:FeedbackStep)
SET step = $step
