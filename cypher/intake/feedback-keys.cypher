// One page of the keys of feedback. Parameters: $after, $limit.
MATCH (feedback:Feedback)
WHERE feedback.id > $after
RETURN feedback.id AS key
ORDER BY feedback.id
LIMIT $limit
