// Why lines were posted. Parameters: $ids.
UNWIND $ids AS id
MATCH (entry:RewardEntry {id: id})-[:POSTED_BECAUSE]->(reason:RewardReason)
RETURN entry.id AS id, reason.text AS reason
