// The run that readers see: the one that ended last. Parameters: none.
MATCH (run:InfluenceRun)
WHERE run.endedAt IS NOT NULL
RETURN run {.*} AS run
ORDER BY run.endedAt DESC
LIMIT 1
