// One page of the treatments in order of code. Parameters: $after, $limit.
MATCH (treatment:Treatment)
WHERE treatment.code > $after
RETURN treatment.code AS code, treatment.name AS name, treatment.category AS category, treatment.price AS price,
  treatment.effectDays AS effectDays
ORDER BY treatment.code
LIMIT $limit
