// One page of the lines that rest on a visit or a referral, latest first, as far as they fit. Parameters: $clientId, $referralId, $visitId, $type, $kind, $before, $limit.
CALL () {
  MATCH (entry:RewardEntry)
  WHERE entry.visitId = $visitId
  RETURN entry
  UNION
  MATCH (entry:RewardEntry)
  WHERE entry.referralId = $referralId
  RETURN entry
}
WITH entry
WHERE entry.sequence < $before
  AND ($clientId IS NULL OR entry.clientId = $clientId)
  AND ($referralId IS NULL OR entry.referralId = $referralId)
  AND ($visitId IS NULL OR entry.visitId = $visitId)
  AND ($type IS NULL OR entry.type = $type)
  AND ($kind IS NULL OR entry.kind = $kind)
RETURN entry {.*} AS entry
ORDER BY entry.sequence DESC
LIMIT $limit
