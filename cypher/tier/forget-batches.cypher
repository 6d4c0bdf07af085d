// Deletes at most a hundred batches of a run that is not complete, to read its inputs anew. Parameters: $runId.
MATCH (batch:TierBatch {runId: $runId})
WHERE batch.number >= 0
WITH batch
LIMIT 100
DELETE batch
RETURN count(*) AS forgotten
