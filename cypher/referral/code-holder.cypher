// Whose a referral code in force is. Parameters: $code.
MATCH (code:ReferralCode {code: $code})<-[:HOLDS]-(client:Client)
WHERE code.endedAt IS NULL
RETURN client.id AS clientId
