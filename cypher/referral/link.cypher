// Records a referral that carries the credit. Parameters: $id, $referrerId, $referredId, $occurredOn, $now, $status, $converted, $afterFirstVisit, $code, $channel, $reason.
MATCH (referrer:Client {id: $referrerId})
MATCH (friend:Client {id: $referredId})
SET friend.version = friend.version + 1
CREATE (referrer)-[:MADE]->(:Referral {
  id: $id, occurredOn: $occurredOn, recordedAt: $now, status: $status, statusAt: $now, code: $code, channel: $channel,
  reason: $reason, credited: true, afterFirstVisit: $afterFirstVisit,
  convertedAt: CASE WHEN $converted THEN $now END})-[:OF]->(friend)
CREATE (referrer)-[:REFERRED {
  referralId: $id, referredId: $referredId, validFrom: $occurredOn, recordedAt: $now, converted: $converted}]->(friend)
RETURN friend.id AS clientId, referrer.id AS referrerId, friend.netRevenue AS netRevenue, $converted AS converted,
  friend.version AS version
