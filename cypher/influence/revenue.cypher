// Net revenue of each client from her visits in a period, refunds counted against their visits; streamed. Parameters: $from, $until.
MATCH (visit:Visit)
WHERE visit.at >= $from AND visit.at < $until
MATCH (client:Client)-[:HAD_VISIT]->(visit)
RETURN client.id AS clientId, sum(visit.paid - visit.refunded) AS netRevenue
