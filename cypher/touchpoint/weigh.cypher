// Writes anew how well staff know some clients, from all their contacts; the sum is what it weighed at the epoch, so age never changes it.
// Parameters: $clientIds, $kinds, $roles, $satisfactions, $rapports, $epoch, $halfLife.
UNWIND $clientIds AS clientId
MATCH (client:Client {id: clientId})
SET client.version = client.version + 1
WITH client
CALL (client) {
  MATCH (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)-[:WITH]->(staff:Staff)
  RETURN staff, touchpoint.at AS at,
    $kinds[touchpoint.kind] * $satisfactions[coalesce(touchpoint.satisfaction, 0)]
      * $rapports[coalesce(touchpoint.rapport, 0)] AS quality
  UNION ALL
  MATCH (client)-[:HAD_VISIT]->(visit:Visit)-[served:SERVED_BY]->(staff:Staff)
  RETURN staff, visit.at AS at, $roles[served.role] AS quality
}
WITH client, staff, count(*) AS contacts, max(at) AS lastAt,
  sum(quality * 2.0 ^ ((at.epochMillis - $epoch) / $halfLife)) AS weight
MERGE (client)-[known:KNOWN_BY]->(staff)
SET known.contacts = contacts, known.lastAt = lastAt, known.weight = weight
WITH client, collect(weight) AS weights
SET client.tieWeights = weights
RETURN sum(size(weights)) AS ties
