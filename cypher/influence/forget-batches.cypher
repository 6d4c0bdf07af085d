// Deletes at most a hundred batches that no reader needs any more. Parameters: $runId.
// Scan: no more than the batches of two runs are ever there.
MATCH (batch:InfluenceBatch)
WHERE batch.runId <> $runId OR batch.kind = 'TIES'
WITH batch
LIMIT 100
DELETE batch
RETURN count(*) AS forgotten
