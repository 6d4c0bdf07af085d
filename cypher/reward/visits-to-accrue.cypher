// One page of paid visits of clients somebody brought, in the order they happened. Parameters: $afterAt, $afterId, $limit.
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at >= $afterAt AND (visit.at > $afterAt OR visit.id > $afterId)
  AND visit.paid > visit.refunded AND EXISTS { (:Client)-[:REFERRED]->(client) }
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.recordedAt AS recordedAt, visit.paid AS paid,
  visit.refunded AS refunded, visit.insured AS insured
ORDER BY visit.at, visit.id
LIMIT $limit
