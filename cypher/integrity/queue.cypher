// One page of the findings in a state, the longest open first. Parameters: $state, $severity, $kind, $afterAt, $afterId, $limit.
MATCH (finding:Finding)
WHERE finding.state = $state
  AND finding.openedAt >= $afterAt
  AND finding.id IS NOT NULL
  AND CASE WHEN finding.openedAt = $afterAt THEN finding.id > $afterId ELSE true END
  AND ($severity IS NULL OR finding.severity = $severity)
  AND ($kind IS NULL OR finding.kind = $kind)
WITH finding
ORDER BY finding.openedAt, finding.id
LIMIT $limit
RETURN finding {.id, .kind, .severity, .state, .evidence, .openedAt,
  clientIds: COLLECT { MATCH (finding)-[:CONCERNS]->(client:Client) RETURN client.id ORDER BY client.id LIMIT 200 },
  referralIds: COLLECT { MATCH (finding)-[:ABOUT]->(referral:Referral) RETURN referral.id ORDER BY referral.id LIMIT 200 }} AS finding
ORDER BY finding.openedAt, finding.id
