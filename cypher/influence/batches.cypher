// The batches of one kind of a run in order, streamed. Parameters: $runId, $kind.
MATCH (batch:InfluenceBatch {runId: $runId, kind: $kind})
WHERE batch.number >= 0
RETURN batch {.*} AS batch
ORDER BY batch.number
