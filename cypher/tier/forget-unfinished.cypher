// Deletes at most a hundred batches of runs that never became complete. Parameters: $runId.
// Scan: there are as many runs as nights.
MATCH (run:TierRun)
WHERE run.number IS NULL AND run.id <> $runId
MATCH (batch:TierBatch {runId: run.id})
WITH batch
LIMIT 100
DELETE batch
RETURN count(*) AS forgotten
