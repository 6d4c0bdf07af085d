// Lines by id. Parameters: $ids.
UNWIND $ids AS id
MATCH (entry:RewardEntry {id: id})
RETURN entry {.*} AS entry
