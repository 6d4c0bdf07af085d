// When some clients last came and paid, as two lists of one order. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
WHERE client.lastPaidAt IS NOT NULL
RETURN collect(client.id) AS ids, collect(toString(client.lastPaidAt)) AS values
