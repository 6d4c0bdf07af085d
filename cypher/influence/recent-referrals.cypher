// How many clients each client brought since a day, streamed. Parameters: $since.
MATCH (referral:Referral)
WHERE referral.occurredOn >= $since AND referral.credited
MATCH (referrer:Client)-[:MADE]->(referral)
RETURN referrer.id AS clientId, count(referral) AS referrals
