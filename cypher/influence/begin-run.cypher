// Notes an influence run as begun. Parameters: $id, $asOf, $ruleVersion.
MERGE (run:InfluenceRun {id: $id})
SET run.asOf = $asOf, run.ruleVersion = $ruleVersion
