// What a client's visits of a period brought. Parameters: $clientId, $from, $to.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at >= $from AND visit.at < $to
RETURN coalesce(sum(visit.paid - visit.refunded), 0) AS net
