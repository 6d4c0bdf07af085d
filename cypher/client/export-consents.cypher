// All answers of a client, earliest first. Parameters: $id.
MATCH (client:Client {id: $id})-[:ANSWERED_FOR]->(consent:Consent)
RETURN consent {.*} AS consent
ORDER BY consent.at
