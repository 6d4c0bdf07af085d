// The run that readers see: the complete one of the highest number. Parameters: none.
MATCH (run:TierRun)
WHERE run.number > 0
RETURN run {.*} AS run
ORDER BY run.number DESC
LIMIT 1
