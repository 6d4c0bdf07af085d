// How many clients one client brought since a day. Parameters: $clientId, $since.
MATCH (:Client {id: $clientId})-[:MADE]->(referral:Referral)
WHERE referral.occurredOn >= $since AND referral.credited
RETURN count(referral) AS referrals
