// Queues behind whoever else decides a finding. Parameters: $id.
MATCH (finding:Finding {id: $id})
SET finding.locked = true
RETURN finding.id AS id
