// The referral codes in force of clients. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[:HOLDS]->(code:ReferralCode)
USING INDEX SEEK client:Client(id)
WHERE code.endedAt IS NULL
RETURN client.id AS id, collect(code.code) AS codes
