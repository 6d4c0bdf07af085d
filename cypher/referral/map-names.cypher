// The names of some clients, as two lists of one order. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
RETURN collect(client.id) AS ids, collect(client.name) AS values
