// Names of clients by id. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
RETURN client.id AS id, client.name AS name
