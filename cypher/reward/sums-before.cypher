// Sums of a client's lines posted before an instant, one a kind. Parameters: $clientId, $before.
MATCH (entry:RewardEntry {clientId: $clientId})
WHERE entry.sequence > 0 AND entry.at < $before
RETURN entry.kind AS kind, sum(entry.amount) AS amount
ORDER BY kind
