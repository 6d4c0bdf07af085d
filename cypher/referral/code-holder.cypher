// Whose a referral code in force is; one row whatever becomes of the code. Parameters: $code.
OPTIONAL MATCH (code:ReferralCode {code: $code})
OPTIONAL MATCH (code)<-[:HOLDS]-(client:Client)
RETURN CASE WHEN code.endedAt IS NULL THEN client.id END AS clientId
