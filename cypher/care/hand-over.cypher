// Gives clients to new owners and says who was theirs; each client's node is written to first, so that two hand-overs of her queue.
// Parameters: $rows, $reason, $now.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
SET client.version = client.version + 1
WITH row, client
MATCH (next:Staff {id: row.toStaffId})
OPTIONAL MATCH (client)-[held:OWNED_BY]->(owner:Staff)
WHERE held.to IS NULL
WITH row, client, next, collect(held) AS links, head(collect(owner.id)) AS ownerId
FOREACH (link IN links | SET link.to = $now)
CREATE (client)-[:OWNED_BY {from: $now, reason: $reason}]->(next)
RETURN row.clientId AS clientId, ownerId
