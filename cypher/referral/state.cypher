// What the projection holds of one client. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
OPTIONAL MATCH (referrer:Client)-[link:REFERRED]->(client)
RETURN client.id AS clientId, referrer.id AS referrerId, client.netRevenue AS netRevenue,
  coalesce(link.converted, false) AS converted, client.version AS version
