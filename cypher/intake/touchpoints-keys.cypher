// One page of the keys of touchpoints. Parameters: $after, $limit.
MATCH (touchpoint:Touchpoint)
WHERE touchpoint.id > $after
RETURN touchpoint.id AS key
ORDER BY touchpoint.id
LIMIT $limit
