// A client's referral code in force. Parameters: $clientId.
MATCH (client:Client {id: $clientId})-[:HOLDS]->(code:ReferralCode)
WHERE code.endedAt IS NULL
RETURN code.code AS code
LIMIT 1
