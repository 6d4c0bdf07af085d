// One page of a client's lines, latest first, as far as they fit. Parameters: $clientId, $referralId, $visitId, $type, $kind, $before, $limit.
MATCH (entry:RewardEntry)
WHERE entry.clientId = $clientId AND entry.sequence < $before
  AND ($referralId IS NULL OR entry.referralId = $referralId)
  AND ($visitId IS NULL OR entry.visitId = $visitId)
  AND ($type IS NULL OR entry.type = $type)
  AND ($kind IS NULL OR entry.kind = $kind)
RETURN entry {.*} AS entry
ORDER BY entry.sequence DESC
LIMIT $limit
