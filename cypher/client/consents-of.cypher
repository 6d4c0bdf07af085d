// The latest answers of some clients, one for each purpose. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[:ANSWERED_FOR]->(consent:Consent)
WITH id, consent
ORDER BY consent.at DESC
WITH id, consent.purpose AS purpose, head(collect(consent)) AS latest
RETURN id AS clientId, purpose, latest.given AS given, latest.at AS at, latest.recordedBy AS recordedBy
ORDER BY clientId, purpose
