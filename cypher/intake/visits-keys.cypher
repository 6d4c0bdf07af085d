// One page of the keys of visits. Parameters: $after, $limit.
MATCH (visit:Visit)
WHERE visit.id > $after
RETURN visit.id AS key
ORDER BY visit.id
LIMIT $limit
