// How far a run that was begun has come in reading its inputs. Parameters: $id.
MATCH (run:TierRun {id: $id})
WHERE run.number IS NULL
RETURN run.asOf AS asOf, run.influenceAsOf AS influenceAsOf, run.ruleVersion AS ruleVersion, run.after AS after,
  head(COLLECT {
    MATCH (batch:TierBatch {runId: $id})
    WHERE batch.number >= 0
    RETURN batch {.number, lastId: last(batch.clientIds)} ORDER BY batch.number DESC LIMIT 1
  }) AS last
