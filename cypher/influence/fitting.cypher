// Ids of the clients that fit a filter, streamed. Parameters: $region, $channel, $joinedFrom, $joinedTo.
// Scan: a filter may fit everybody.
MATCH (client:Client)
WHERE ($region IS NULL OR client.region = $region)
  AND ($joinedFrom IS NULL OR client.joinedOn >= $joinedFrom)
  AND ($joinedTo IS NULL OR client.joinedOn <= $joinedTo)
  AND ($channel IS NULL OR $channel IN COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code })
RETURN client.id AS clientId
