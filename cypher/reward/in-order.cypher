// Lines of the ledger in their order. Parameters: $after, $limit.
MATCH (entry:RewardEntry)
WHERE entry.sequence > $after
RETURN entry {.*} AS entry
ORDER BY entry.sequence
LIMIT $limit
