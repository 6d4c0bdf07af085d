// One page of clients whose joining day is known, latest first. Parameters: $afterDay, $afterId, $region, $channel, $joinedFrom, $joinedTo, $limit.
MATCH (client:Client)
WHERE client.joinedOn <= $afterDay
  AND client.id IS NOT NULL
  AND CASE WHEN client.joinedOn = $afterDay THEN client.id < $afterId ELSE true END
  AND ($region IS NULL OR client.region = $region)
  AND ($joinedFrom IS NULL OR client.joinedOn >= $joinedFrom)
  AND ($joinedTo IS NULL OR client.joinedOn <= $joinedTo)
  AND ($channel IS NULL OR $channel IN COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code })
RETURN client.id AS id, client.name AS name, client.phone AS phone, client.joinedOn AS joinedOn, client.region AS region,
  client.birthDate AS birthDate, client.createdAt AS createdAt, client.netRevenue AS netRevenue,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel
ORDER BY client.joinedOn DESC, client.id DESC
LIMIT $limit
