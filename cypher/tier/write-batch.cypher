// Keeps one batch of a run's inputs, or what was decided by them; written again it is the same batch. Parameters: $key, $batch.
MERGE (batch:TierBatch {key: $key})
SET batch += $batch
