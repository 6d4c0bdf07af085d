// Who brought some clients, each once. Parameters: $ids.
UNWIND $ids AS id
MATCH (referrer:Client)-[:REFERRED]->(:Client {id: id})
RETURN DISTINCT referrer.id AS id
