// What stands against a link between two existing clients. Parameters: $referrerId, $referredId, $dayBegins.
// Unbounded: one walk up a chain, which is as long as the chain is.
OPTIONAL MATCH (referrer:Client {id: $referrerId})
OPTIONAL MATCH (friend:Client {id: $referredId})
RETURN referrer IS NOT NULL AS referrerExists,
  friend IS NOT NULL AS friendExists,
  head(COLLECT { MATCH (current:Client)-[:REFERRED]->(friend) RETURN current.id }) AS currentReferrer,
  EXISTS {
    MATCH (referrer) (()<-[:REFERRED]-())+ (above:Client)
    WHERE above.id = $referredId
  } AS closesCycle,
  EXISTS { MATCH (friend)-[:HAD_VISIT]->(visit:Visit) WHERE visit.paid > 0 } AS hasPaid,
  EXISTS { MATCH (friend)-[:HAD_VISIT]->(visit:Visit) WHERE visit.at < $dayBegins } AS visitedBefore
