// Treatments as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (treatment:Treatment {code: key})
USING INDEX SEEK treatment:Treatment(code)
RETURN treatment.code AS code, treatment.name AS name, treatment.category AS category, treatment.price AS price,
  treatment.effectDays AS effectDays
