// What a client's available lines of a kind come to, by the referral they rest on. Parameters: $clientId, $kind, $asOf.
MATCH (entry:RewardEntry {clientId: $clientId})
WHERE entry.kind = $kind AND entry.referralId IS NOT NULL AND entry.availableAt <= $asOf
RETURN entry.referralId AS referralId, sum(entry.amount) AS amount
