// Everyone a staff member knows, and how well each of the staff knows her. Parameters: $staffId.
MATCH (staff:Staff {id: $staffId})<-[known:KNOWN_BY]-(client:Client)
RETURN client.id AS clientId, known.weight AS weight, client.tieWeights AS weights
