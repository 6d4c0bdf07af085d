// One page of the complete runs, latest first. Parameters: $before, $limit.
MATCH (run:TierRun)
WHERE run.number < $before
RETURN run {.*} AS run
ORDER BY run.number DESC
LIMIT $limit
