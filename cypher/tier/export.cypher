// What the latest runs decided about a client and from which figures, latest first. Parameters: $clientId, $limit.
MATCH (run:TierRun)
WHERE run.number > 0
WITH run
ORDER BY run.number DESC
LIMIT $limit
CALL (run) {
  MATCH (batch:TierBatch {runId: run.id})
  WHERE batch.firstId <= $clientId
  WITH batch, batch.clientIds AS ids
  ORDER BY batch.firstId DESC
  LIMIT 1
  UNWIND range(0, size(ids) - 1) AS place
  WITH batch, ids, place
  WHERE ids[place] = $clientId
  RETURN {
    run: run.number, asOf: run.asOf, rule: run.ruleVersion, tier: batch.tiers[place],
    potential: place IN batch.potential, inputsHash: batch.hashes[place],
    tenureDays: batch.tenureDays[place], netSpend: batch.netSpend[place], paidVisits: batch.paidVisits[place],
    periodVisits: batch.periodVisits[place], treatments: batch.treatments[place], referred: batch.referred[place],
    converted: batch.converted[place], attended: batch.attended[place], contributed: batch.contributed[place],
    feedbackToClinic: batch.feedbackToClinic[place], feedbackElsewhere: batch.feedbackElsewhere[place],
    owes: batch.owes[place], influence: batch.influence[place], growth: batch.growth[place]
  } AS record
}
RETURN record
ORDER BY record.run DESC
