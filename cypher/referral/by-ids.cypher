// Referrals by id. Parameters: $ids.
UNWIND $ids AS id
MATCH (referrer:Client)-[:MADE]->(referral:Referral {id: id})-[:OF]->(referred:Client)
RETURN referral.id AS id, referrer.id AS referrerId, referred.id AS referredId, referral.occurredOn AS occurredOn,
  referral.recordedAt AS recordedAt, referral.status AS status, referral.code AS code, referral.channel AS channel,
  referral.reason AS reason, referral.credited AS credited, referral.afterFirstVisit AS afterFirstVisit,
  referral.retractedAt AS retractedAt
