// One page of the keys of treatments. Parameters: $after, $limit.
MATCH (treatment:Treatment)
WHERE treatment.code > $after
RETURN treatment.code AS key
ORDER BY treatment.code
LIMIT $limit
