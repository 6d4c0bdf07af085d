// The latest answer of a client for each purpose. Parameters: $id.
MATCH (client:Client {id: $id})-[:ANSWERED_FOR]->(consent:Consent)
WITH consent
ORDER BY consent.at DESC
WITH consent.purpose AS purpose, head(collect(consent)) AS latest
RETURN purpose, latest.given AS given, latest.at AS at, latest.recordedBy AS recordedBy
ORDER BY purpose
