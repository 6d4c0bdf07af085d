// Takes the one lock every line of the ledger is posted under, and tells the sequence of the last.
MERGE (ledger:RewardLedger {id: 'the one'})
ON CREATE SET ledger.sequence = 0
SET ledger.locked = true
RETURN ledger.sequence AS sequence
