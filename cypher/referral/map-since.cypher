// The days from which the links of some clients hold, as two lists of one order. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})<-[link:REFERRED]-(:Client)
RETURN collect(client.id) AS ids, collect(toString(link.validFrom)) AS values
