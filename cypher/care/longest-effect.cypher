// How many days the longest effect of any treatment lasts. Parameters: none.
// Scan: there are few treatments.
MATCH (treatment:Treatment)
RETURN coalesce(max(treatment.effectDays), 0) AS days
