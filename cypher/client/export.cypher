// All that a client's own node keeps. Parameters: $id.
MATCH (client:Client {id: $id})
RETURN client {.*, searchKeys: null, version: null, tieWeights: null} AS client
