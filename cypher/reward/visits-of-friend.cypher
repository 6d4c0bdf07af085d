// What a friend paid since an instant, earliest first. Parameters: $friendId, $since.
MATCH (client:Client {id: $friendId})-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at >= $since AND visit.paid > visit.refunded
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.recordedAt AS recordedAt, visit.paid AS paid,
  visit.refunded AS refunded, visit.insured AS insured
ORDER BY visit.at, visit.id
