// Everyone who paid within a window before a period, and whether she did within the window before its end, streamed.
// Parameters: $baseFrom, $baseTo, $keptFrom, $keptTo.
MATCH (visit:Visit)
WHERE visit.at >= $baseFrom AND visit.at < $baseTo AND visit.paid > visit.refunded
MATCH (client:Client)-[:HAD_VISIT]->(visit)
WITH DISTINCT client
RETURN client.id AS clientId,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS staffId,
  EXISTS {
    MATCH (client)-[:HAD_VISIT]->(later:Visit)
    WHERE later.at >= $keptFrom AND later.at < $keptTo AND later.paid > later.refunded
  } AS kept
