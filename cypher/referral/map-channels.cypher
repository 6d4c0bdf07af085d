// The channels some clients came by, as two lists of one order. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[:ACQUIRED_VIA]->(channel:Channel)
RETURN collect(client.id) AS ids, collect(channel.code) AS values
