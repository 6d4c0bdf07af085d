// Marks the credited referral of a friend as converted once she has paid. Parameters: $clientId, $paid, $now.
MATCH (friend:Client {id: $clientId})
OPTIONAL MATCH (referrer:Client)-[link:REFERRED]->(friend)
CALL (link) {
  WITH link
  WHERE $paid > 0 AND link.converted = false
  MATCH (referral:Referral {id: link.referralId})
  SET link.converted = true, referral.status = 'CONVERTED', referral.statusAt = $now, referral.convertedAt = $now
  RETURN collect(referral.id) AS converted
}
RETURN friend.id AS clientId, referrer.id AS referrerId, friend.netRevenue AS netRevenue,
  coalesce(link.converted, false) AS converted, friend.version AS version, head(converted) AS convertedReferral
