// One page of the visits since an instant with what has to be known to plan their follow-ups, in order of time. Parameters: $afterAt, $afterId, $limit.
MATCH (visit:Visit)
WHERE visit.at >= $afterAt AND NOT (visit.at = $afterAt AND visit.id <= $afterId)
WITH visit
ORDER BY visit.at, visit.id
LIMIT $limit
RETURN visit.id AS visitId, visit.at AS at,
  COLLECT {
    MATCH (visit)-[:INCLUDED]->(treatment:Treatment)
    RETURN {category: treatment.category, effectDays: treatment.effectDays} ORDER BY treatment.code
  } AS treatments
