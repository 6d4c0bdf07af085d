// Lines of a client posted between two instants, in their order. Parameters: $clientId, $from, $to, $after, $limit.
MATCH (entry:RewardEntry)
WHERE entry.clientId = $clientId AND entry.sequence > $after AND entry.at >= $from AND entry.at < $to
RETURN entry {.*} AS entry
ORDER BY entry.sequence
LIMIT $limit
