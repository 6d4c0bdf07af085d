// The line posted under a key. Parameters: $key.
MATCH (entry:RewardEntry {key: $key})
RETURN entry {.*} AS entry
