// Makes a run the one that readers see. Parameters: $id, $run.
MATCH (run:TierRun {id: $id})
SET run += $run
