// The inputs of a run, batch by batch in order, streamed. Parameters: $runId.
MATCH (batch:TierBatch {runId: $runId})
WHERE batch.number >= 0
RETURN batch {.clientIds, .tenureDays, .netSpend, .paidVisits, .periodVisits, .quarterVisits, .treatments, .referred,
  .converted, .attended, .contributed, .feedbackToClinic, .feedbackElsewhere, .owes, .influence, .growth, .recencyDays} AS batch
ORDER BY batch.number
