// The people next to a client: who brought her, whom she brought, to whom she is tied. Parameters: $clientId, $limit.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)<-[:REFERRED]-(other:Client)
  RETURN other, 'REFERRER' AS relation
  UNION ALL
  MATCH (client)-[:REFERRED]->(other:Client)
  RETURN other, 'FRIEND_SHE_BROUGHT' AS relation
  ORDER BY other.netRevenue DESC
  LIMIT $limit
  UNION ALL
  MATCH (client)-[bond:TIED]-(other:Client)
  RETURN other, bond.kind AS relation
  LIMIT $limit
}
RETURN other.id AS clientId, collect(DISTINCT relation) AS relations
