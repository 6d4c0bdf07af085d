// What was done about a piece of feedback, in order of time. Parameters: $id, $limit.
MATCH (feedback:Feedback {id: $id})-[:TOOK]->(step:FeedbackStep)
RETURN step.at AS at, step.what AS what, step.staffId AS staffId, step.note AS note
ORDER BY step.at
LIMIT $limit
