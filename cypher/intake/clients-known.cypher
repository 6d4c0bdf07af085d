// Clients as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (client:Client {id: key})
USING INDEX SEEK client:Client(id)
RETURN client.id AS id, client.name AS name, client.phone AS phone, client.joinedOn AS joinedOn, client.region AS region,
  client.birthDate AS birthDate,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel
