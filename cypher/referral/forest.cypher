// What the projection holds of every client, streamed in order of id, as it is built fastest. Parameters: none.
MATCH (client:Client)
WHERE client.id >= ''
OPTIONAL MATCH (referrer:Client)-[link:REFERRED]->(client)
RETURN client.id AS clientId, referrer.id AS referrerId, client.netRevenue AS netRevenue,
  coalesce(link.converted, false) AS converted, client.version AS version
ORDER BY client.id
