// What was found about a client's referrals, earliest first; without the evidence, which names others. Parameters: $clientId.
MATCH (finding:Finding)-[:CONCERNS]->(:Client {id: $clientId})
RETURN finding {.kind, .severity, .state, .openedAt} AS finding
ORDER BY finding.openedAt
