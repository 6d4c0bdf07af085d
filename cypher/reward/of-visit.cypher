// The lines that rest on one visit, in their order. Parameters: $visitId.
MATCH (entry:RewardEntry {visitId: $visitId})
RETURN entry {.*} AS entry
ORDER BY entry.sequence
