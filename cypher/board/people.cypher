// How many of whom each client brought were converted in a period, and the last of them; streamed. Parameters: $from, $until.
MATCH (referral:Referral)
WHERE referral.convertedAt >= $from AND referral.convertedAt < $until AND referral.credited
MATCH (referrer:Client)-[:MADE]->(referral)-[:OF]->(friend:Client)
WITH referrer, referral, friend
ORDER BY referral.convertedAt, referral.id
RETURN referrer.id AS clientId, count(referral) AS value, last(collect(referral.id)) AS referralId,
  last(collect(friend.id)) AS friendId
