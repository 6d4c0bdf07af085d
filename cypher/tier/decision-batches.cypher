// What a run decided, batch by batch in order, streamed. Parameters: $runId.
MATCH (batch:TierBatch {runId: $runId})
WHERE batch.number >= 0
RETURN batch {.clientIds, .tiers, .previous, .scores, .below, .places, .potential, .held, .since, .hashes} AS batch
ORDER BY batch.number
