// The open findings that a bond could explain and that concern any of some clients. Parameters: $clientIds.
UNWIND $clientIds AS clientId
MATCH (finding:Finding)-[:CONCERNS]->(:Client {id: clientId})
WHERE finding.state = 'OPEN' AND finding.kind IN ['SELF_REFERRAL', 'SHARED_PHONE', 'RECIPROCAL', 'BURST']
WITH DISTINCT finding
RETURN finding.id AS id,
  COLLECT { MATCH (finding)-[:CONCERNS]->(client:Client) RETURN client.id ORDER BY client.id } AS concerned
