// Treatments by code. Parameters: $codes.
UNWIND $codes AS code
MATCH (treatment:Treatment {code: code})
RETURN treatment.code AS code, treatment.name AS name, treatment.category AS category, treatment.price AS price,
  treatment.effectDays AS effectDays
