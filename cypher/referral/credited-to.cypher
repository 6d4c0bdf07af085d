// The referral that carries the credit for each of these friends. Parameters: $ids.
UNWIND $ids AS id
MATCH (referrer:Client)-[link:REFERRED]->(referred:Client {id: id})
MATCH (referral:Referral {id: link.referralId})
RETURN referral.id AS id, referrer.id AS referrerId, referred.id AS referredId, referral.occurredOn AS occurredOn,
  referral.recordedAt AS recordedAt, referral.status AS status, referral.code AS code, referral.channel AS channel,
  referral.reason AS reason, referral.credited AS credited, referral.afterFirstVisit AS afterFirstVisit,
  referral.retractedAt AS retractedAt
