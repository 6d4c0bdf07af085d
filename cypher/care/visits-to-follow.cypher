// Some visits with what has to be known to plan their follow-ups. Parameters: $visitIds.
UNWIND $visitIds AS visitId
MATCH (visit:Visit {id: visitId})
RETURN visit.id AS visitId, visit.at AS at,
  COLLECT {
    MATCH (visit)-[:INCLUDED]->(treatment:Treatment)
    RETURN {category: treatment.category, effectDays: treatment.effectDays} ORDER BY treatment.code
  } AS treatments
