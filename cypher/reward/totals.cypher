// Sums of all lines, one a client and kind, as the store adds them up.
// Scan: reconciling reads the whole ledger.
MATCH (entry:RewardEntry)
RETURN entry.clientId AS clientId, entry.kind AS kind, sum(entry.amount) AS amount
ORDER BY clientId, kind
