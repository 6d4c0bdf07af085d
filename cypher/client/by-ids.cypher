// Clients by id. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
RETURN client.id AS id, client.name AS name, client.phone AS phone, client.joinedOn AS joinedOn, client.region AS region,
  client.birthDate AS birthDate, client.createdAt AS createdAt, client.netRevenue AS netRevenue,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel
