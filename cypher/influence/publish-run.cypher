// Makes a run the one that readers see. Parameters: $id, $endedAt, $clients, $tieGraph, $weights.
MATCH (run:InfluenceRun {id: $id})
SET run.endedAt = $endedAt, run.clients = $clients, run.tieGraph = $tieGraph, run.weights = $weights
