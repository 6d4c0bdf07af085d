// Referrals as their file says it, with what became of them. Parameters: $keys.
UNWIND $keys AS key
MATCH (referral:Referral {id: key})
USING INDEX SEEK referral:Referral(id)
MATCH (referrer:Client)-[:MADE]->(referral)-[:OF]->(referred:Client)
RETURN referral.id AS id, referrer.id AS referrerId, referred.id AS referredId, referral.occurredOn AS occurredOn,
  referral.code AS code, referral.status AS status, referral.credited AS credited,
  referral.afterFirstVisit AS afterFirstVisit, referral.retractedAt IS NOT NULL AS retracted
