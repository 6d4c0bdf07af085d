// What each of some clients' links have earned of a kind in a period. Parameters: $ids, $kind, $period.
UNWIND $ids AS id
MATCH (entry:RewardEntry {referrerId: id, kind: $kind, period: $period})
WHERE entry.basis <> 'PRIZE'
RETURN id AS clientId, sum(entry.amount) AS amount
