// What a client redeemed of a kind since an instant. Parameters: $clientId, $kind, $since.
MATCH (entry:RewardEntry {clientId: $clientId})
WHERE entry.sequence > 0 AND entry.kind = $kind AND entry.type = 'REDEMPTION' AND entry.at > $since
RETURN -sum(entry.amount) AS amount
