// Adds clients or amends them; a client amended to another channel leaves the former. Parameters: $rows, $recordedAt.
UNWIND $rows AS row
MERGE (client:Client {id: row.id})
ON CREATE SET client.createdAt = $recordedAt, client.netRevenue = 0, client.version = 0
SET client += row.properties, client.version = client.version + 1
WITH client, row
CALL (client, row) {
  WITH client, row
  WHERE row.channel IS NOT NULL
  MATCH (channel:Channel {code: row.channel})
  USING INDEX SEEK channel:Channel(code)
  MERGE (client)-[:ACQUIRED_VIA]->(channel)
  WITH client, channel
  MATCH (client)-[former:ACQUIRED_VIA]->(other:Channel)
  WHERE other <> channel
  DELETE former
}
RETURN count(client) AS loaded
