// Keeps why a line was posted, apart from the line, so that it can be forgotten. Parameters: $entryId, $reason.
MATCH (entry:RewardEntry {id: $entryId})
CREATE (entry)-[:POSTED_BECAUSE]->(:RewardReason {text: $reason})
