// What the projection holds of every client, streamed in order of id, as it is built fastest. Parameters: none.
// The version is read first: what is newer than it then comes again with its own version, and holds.
MATCH (client:Client)
WHERE client.id >= ''
WITH client, client.version AS version
OPTIONAL MATCH (referrer:Client)-[link:REFERRED]->(client)
RETURN client.id AS clientId, referrer.id AS referrerId, client.netRevenue AS netRevenue,
  coalesce(link.converted, false) AS converted, version
ORDER BY client.id
