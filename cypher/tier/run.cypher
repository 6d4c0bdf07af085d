// One complete run. Parameters: $id.
MATCH (run:TierRun {id: $id})
WHERE run.number IS NOT NULL
RETURN run {.*} AS run
