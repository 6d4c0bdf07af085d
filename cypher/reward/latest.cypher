// One page of the ledger, latest first, as far as lines fit. Parameters: $type, $kind, $before, $limit.
MATCH (entry:RewardEntry)
WHERE entry.sequence < $before
  AND ($type IS NULL OR entry.type = $type)
  AND ($kind IS NULL OR entry.kind = $kind)
RETURN entry {.*} AS entry
ORDER BY entry.sequence DESC
LIMIT $limit
