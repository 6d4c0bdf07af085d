// What a client could redeem of a kind if it did not rest on these referrals. Parameters: $clientId, $kind, $referralIds, $asOf.
MATCH (entry:RewardEntry {clientId: $clientId})
WHERE entry.sequence > 0 AND entry.kind = $kind AND entry.referralId IN $referralIds AND entry.availableAt <= $asOf
RETURN sum(entry.amount) AS amount
