// One page of the keys of activities. Parameters: $after, $limit.
MATCH (activity:Activity)
WHERE activity.id > $after
RETURN activity.id AS key
ORDER BY activity.id
LIMIT $limit
