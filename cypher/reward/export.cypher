// All lines of one client, and why they were posted. Parameters: $clientId.
MATCH (entry:RewardEntry {clientId: $clientId})
WHERE entry.sequence > 0
RETURN entry {.*, reason: head(COLLECT { MATCH (entry)-[:POSTED_BECAUSE]->(why:RewardReason) RETURN why.text })} AS entry
ORDER BY entry.sequence
