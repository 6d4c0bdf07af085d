// Adds a client; the id's constraint refuses a second one. Parameters: $client.
CREATE (client:Client)
SET client = $client, client.netRevenue = 0, client.version = 1
