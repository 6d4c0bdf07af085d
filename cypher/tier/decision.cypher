// What a run decided about a client. Parameters: $runId, $clientId.
MATCH (batch:TierBatch {runId: $runId})
WHERE batch.firstId <= $clientId
WITH batch, batch.clientIds AS ids
ORDER BY batch.firstId DESC
LIMIT 1
UNWIND range(0, size(ids) - 1) AS place
WITH batch, ids, place
WHERE ids[place] = $clientId
RETURN ids[place] AS clientId, batch.tiers[place] AS tier, batch.previous[place] AS previous,
  batch.scores[place] AS score, batch.below[place] AS below, batch.places[place] AS rank,
  place IN batch.potential AS potential, place IN batch.held AS held, batch.since[place] AS since,
  batch.hashes[place] AS inputsHash
