// One page of the keys of staff members. Parameters: $after, $limit.
MATCH (staff:Staff)
WHERE staff.id > $after
RETURN staff.id AS key
ORDER BY staff.id
LIMIT $limit
