// When a client last came and paid, and until when the effect of what she paid for lasts. Parameters: $clientId, $zone.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)
WHERE visit.paid > visit.refunded
WITH visit, head(COLLECT {
  MATCH (visit)-[:INCLUDED]->(treatment:Treatment)
  WHERE treatment.effectDays IS NOT NULL
  RETURN treatment.effectDays ORDER BY treatment.effectDays DESC
}) AS effectDays
RETURN max(visit.at) AS lastPaidAt,
  max(CASE WHEN effectDays IS NOT NULL
    THEN date(datetime({datetime: visit.at, timezone: $zone})) + duration({days: effectDays}) END) AS cycleEndsOn
