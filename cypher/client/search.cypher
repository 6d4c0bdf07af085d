// Clients that a full-text query finds, best first. Parameters: $query, $furthest, $skip, $region, $channel, $joinedFrom, $joinedTo, $limit.
CALL db.index.fulltext.queryNodes('client_search', $query, {limit: $furthest}) YIELD node AS client, score
WHERE client:Client
  AND ($region IS NULL OR client.region = $region)
  AND ($joinedFrom IS NULL OR client.joinedOn >= $joinedFrom)
  AND ($joinedTo IS NULL OR client.joinedOn <= $joinedTo)
  AND ($channel IS NULL OR $channel IN COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code })
WITH client, score
ORDER BY score DESC, client.id
SKIP $skip
LIMIT $limit
RETURN client.id AS id, client.name AS name, client.phone AS phone, client.joinedOn AS joinedOn, client.region AS region,
  client.birthDate AS birthDate, client.createdAt AS createdAt, client.netRevenue AS netRevenue,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel
