// The lines of a place's prize, in their order. Parameters: $prize.
MATCH (entry:RewardEntry)
WHERE entry.key STARTS WITH $prize
RETURN entry.id AS id
ORDER BY entry.sequence
LIMIT 1000
