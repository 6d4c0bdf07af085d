// Replaces what a search finds a client by. Parameters: $id, $searchKeys.
MATCH (client:Client {id: $id})
SET client.searchKeys = $searchKeys
