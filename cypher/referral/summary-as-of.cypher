// What stood below a client, generation by generation, as links, visits and refunds were then. Parameters: $clientId, $valid, $known, $validEnds.
// Unbounded: a past forest is read from the links themselves; one row a generation is returned.
MATCH (client:Client {id: $clientId})
  (()-[links:REFERRED|ONCE_REFERRED WHERE links.validFrom <= $valid AND links.recordedAt <= $known
    AND (links.retractedAt IS NULL OR links.retractedAt > $known)]->()){1,}
  (below:Client)
WITH below, size(links) AS generation, last(links).referralId AS referralId
MATCH (referral:Referral {id: referralId})
WITH generation, below, referral,
  reduce(total = 0, part IN COLLECT {
    MATCH (below)-[:HAD_VISIT]->(visit:Visit)
    WHERE visit.at < $validEnds AND visit.recordedAt <= $known
    RETURN visit.paid - reduce(back = 0, refund IN COLLECT {
      MATCH (visit)-[:REFUNDED]->(given:Refund)
      WHERE given.at < $validEnds AND given.recordedAt <= $known
      RETURN given.amount
    } | back + refund)
  } | total + part) AS netRevenue
RETURN generation, count(below) AS clients,
  count(CASE WHEN referral.convertedAt <= $known THEN 1 END) AS converted,
  sum(netRevenue) AS netRevenue
ORDER BY generation
