// What those each client brought paid net at visits of a period, from the day they were brought on, and who paid most; streamed. Parameters: $from, $until, $zone.
MATCH (visit:Visit)
WHERE visit.at >= $from AND visit.at < $until
MATCH (friend:Client)-[:HAD_VISIT]->(visit)
MATCH (referrer:Client)-[link:REFERRED]->(friend)
// A link that is retracted while this reads has lost its day: it brought nobody.
WITH visit, friend, referrer, link.referralId AS referralId, link.validFrom AS day
WHERE visit.at >= CASE WHEN day IS NOT NULL THEN datetime({date: day, timezone: $zone}) END
WITH referrer, friend, referralId, sum(visit.paid - visit.refunded) AS net
ORDER BY net, referralId
RETURN referrer.id AS clientId, sum(net) AS value, last(collect(referralId)) AS referralId,
  last(collect(friend.id)) AS friendId
