// Posts lines at the end of the ledger, whose lock is held. Parameters: $entries, $last.
MATCH (ledger:RewardLedger {id: 'the one'})
SET ledger.sequence = $last
WITH ledger
UNWIND $entries AS entry
CREATE (line:RewardEntry)
SET line = entry
