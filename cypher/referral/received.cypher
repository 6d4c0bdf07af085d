// One page of the referrals that name a client as the friend, latest first. Parameters: $clientId, $afterDay, $afterId, $limit.
MATCH (referrer:Client)-[:MADE]->(referral:Referral)-[:OF]->(referred:Client {id: $clientId})
WHERE referral.occurredOn < $afterDay OR (referral.occurredOn = $afterDay AND referral.id > $afterId)
RETURN referral.id AS id, referrer.id AS referrerId, referred.id AS referredId, referral.occurredOn AS occurredOn,
  referral.recordedAt AS recordedAt, referral.status AS status, referral.code AS code, referral.channel AS channel,
  referral.reason AS reason, referral.credited AS credited, referral.afterFirstVisit AS afterFirstVisit,
  referral.retractedAt AS retractedAt
ORDER BY referral.occurredOn DESC, referral.id
LIMIT $limit
