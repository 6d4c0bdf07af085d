// Moves findings to a state and adds the step to their history. Parameters: $ids, $state, $reason, $by, $now.
UNWIND $ids AS id
MATCH (finding:Finding {id: id})
SET finding.state = $state
CREATE (finding)-[:WENT]->(:FindingStep {
  number: COUNT { (finding)-[:WENT]->() } + 1, at: $now, what: $state, by: $by, reason: $reason})
