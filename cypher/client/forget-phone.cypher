// Forgets a client's phone. Parameters: $id.
MATCH (client:Client {id: $id})
SET client.phone = null, client.version = client.version + 1
