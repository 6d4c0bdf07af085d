// One page of the visits not fully paid, oldest first. Parameters: $afterAt, $afterId, $limit.
MATCH (client:Client)
WHERE client.owes > 0
MATCH (client)-[:HAD_VISIT]->(visit:Visit)
WHERE visit.charged > visit.paid AND visit.at >= $afterAt AND NOT (visit.at = $afterAt AND visit.id <= $afterId)
RETURN visit.id AS visitId, client.id AS clientId, visit.at AS at, visit.charged - visit.paid AS owed
ORDER BY at, visitId
LIMIT $limit
