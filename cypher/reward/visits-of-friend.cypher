// What a friend paid since an instant, earliest first. Parameters: $friendId, $since.
MATCH (client:Client {id: $friendId})-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at >= $since AND visit.paid > visit.refunded
RETURN visit.id AS id
ORDER BY visit.at, visit.id
