// When a client last came. Parameters: $clientId.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)
RETURN max(visit.at) AS at
