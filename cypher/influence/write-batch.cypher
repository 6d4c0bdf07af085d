// Keeps one batch of a run's results; written again it is the same batch. Parameters: $key, $batch.
MERGE (batch:InfluenceBatch {key: $key})
SET batch += $batch
