// What the projection holds of every client, streamed. Parameters: none.
// Scan: a rebuild reads each client once.
MATCH (client:Client)
OPTIONAL MATCH (referrer:Client)-[link:REFERRED]->(client)
RETURN client.id AS clientId, referrer.id AS referrerId, client.netRevenue AS netRevenue,
  coalesce(link.converted, false) AS converted, client.version AS version
