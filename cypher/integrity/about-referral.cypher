// The findings about a referral, latest first. Parameters: $referralId, $limit.
MATCH (finding:Finding)-[:ABOUT]->(:Referral {id: $referralId})
WITH finding
ORDER BY finding.openedAt DESC, finding.id
LIMIT $limit
RETURN finding {.id, .kind, .severity, .state, .evidence, .openedAt,
  clientIds: COLLECT { MATCH (finding)-[:CONCERNS]->(client:Client) RETURN client.id ORDER BY client.id LIMIT 200 },
  referralIds: COLLECT { MATCH (finding)-[:ABOUT]->(referral:Referral) RETURN referral.id ORDER BY referral.id LIMIT 200 }} AS finding
ORDER BY finding.openedAt DESC, finding.id
