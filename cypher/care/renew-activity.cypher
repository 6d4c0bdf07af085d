// Writes anew when some clients last came and paid, until when the effect of it lasts, and what they owe. Parameters: $clientIds, $zone.
UNWIND $clientIds AS clientId
MATCH (client:Client {id: clientId})
SET client.version = client.version + 1
WITH client
CALL (client) {
  MATCH (client)-[:HAD_VISIT]->(visit:Visit)
  WITH visit, visit.paid > visit.refunded AS counts, head(COLLECT {
    MATCH (visit)-[:INCLUDED]->(treatment:Treatment)
    WHERE treatment.effectDays IS NOT NULL
    RETURN treatment.effectDays ORDER BY treatment.effectDays DESC
  }) AS effectDays
  RETURN max(CASE WHEN counts THEN visit.at END) AS lastPaidAt,
    max(CASE WHEN counts AND effectDays IS NOT NULL
      THEN date(datetime({datetime: visit.at, timezone: $zone})) + duration({days: effectDays}) END) AS cycleEndsOn,
    sum(CASE WHEN visit.charged > visit.paid THEN visit.charged - visit.paid ELSE 0 END) AS owes
}
SET client.lastPaidAt = lastPaidAt, client.cycleEndsOn = cycleEndsOn, client.owes = CASE WHEN owes > 0 THEN owes END
RETURN count(client) AS clients
