// Which tier a run gave to whom and since which run she has it, batch by batch in order, streamed. Parameters: $runId.
MATCH (batch:TierBatch {runId: $runId})
WHERE batch.number >= 0
RETURN batch {.clientIds, .tiers, .scores, .potential, .since} AS batch
ORDER BY batch.number
