// Some decisions, by the batch they are kept in and their place in it, as they were asked for. Parameters: $wanted.
UNWIND range(0, size($wanted) - 1) AS turn
WITH turn, $wanted[turn].place AS place, $wanted[turn].key AS key
MATCH (batch:TierBatch {key: key})
RETURN batch.clientIds[place] AS clientId, batch.tiers[place] AS tier, batch.previous[place] AS previous,
  batch.scores[place] AS score, batch.below[place] AS below, batch.places[place] AS rank,
  place IN batch.potential AS potential, place IN batch.held AS held, batch.since[place] AS since,
  batch.hashes[place] AS inputsHash
ORDER BY turn
