// The staff accountable for some clients, as two lists of one order. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[held:OWNED_BY]->(staff:Staff)
WHERE held.to IS NULL
RETURN collect(client.id) AS ids, collect(staff.id) AS values
