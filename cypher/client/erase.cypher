// Forgets who a client is; her id, her links and her sums stay. Parameters: $id, $name, $searchKeys, $erasedAt.
MATCH (client:Client {id: $id})
SET client.version = client.version + 1
SET client.name = $name, client.phone = null, client.birthDate = null, client.region = null,
  client.searchKeys = $searchKeys, client.optedOut = true, client.erasedAt = $erasedAt
