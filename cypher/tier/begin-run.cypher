// Notes a run as begun. Parameters: $id, $asOf, $influenceAsOf, $ruleVersion, $after.
MERGE (run:TierRun {id: $id})
SET run.asOf = $asOf, run.influenceAsOf = $influenceAsOf, run.ruleVersion = $ruleVersion, run.after = $after
