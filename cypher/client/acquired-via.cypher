// Notes the channel a client came by. Parameters: $id, $channel.
MATCH (client:Client {id: $id})
MATCH (channel:Channel {code: $channel})
MERGE (client)-[:ACQUIRED_VIA]->(channel)
RETURN channel.code AS code
