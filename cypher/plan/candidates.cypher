// Clients by how many of whom they brought were converted since a time, most first. Parameters: $since, $limit.
MATCH (referral:Referral)
WHERE referral.convertedAt >= $since AND referral.credited
MATCH (referrer:Client)-[:MADE]->(referral)
WITH referrer, count(referral) AS converted
ORDER BY converted DESC, referrer.id
LIMIT $limit
RETURN referrer.id AS clientId, converted
