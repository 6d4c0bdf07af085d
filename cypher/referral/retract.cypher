// Takes the credit from a referral and keeps its link as what was once believed. Parameters: $id, $reason, $now.
MATCH (referrer:Client)-[:MADE]->(referral:Referral {id: $id})-[:OF]->(friend:Client)
SET friend.version = friend.version + 1
WITH referrer, referral, friend
MATCH (referrer)-[link:REFERRED]->(friend)
WHERE link.referralId = $id
CREATE (referrer)-[:ONCE_REFERRED {
  referralId: $id, validFrom: link.validFrom, recordedAt: link.recordedAt, retractedAt: $now}]->(friend)
SET referral.credited = false, referral.retractedAt = $now, referral.reason = $reason, referral.status = 'REJECTED',
  referral.statusAt = $now
DELETE link
RETURN friend.id AS clientId, null AS referrerId, friend.netRevenue AS netRevenue, false AS converted,
  friend.version AS version
