// One page of paid visits of clients somebody brought, in the order they happened. Parameters: $afterAt, $afterId, $limit.
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at >= $afterAt AND (visit.at > $afterAt OR visit.id > $afterId)
  AND visit.paid > visit.refunded AND EXISTS { (:Client)-[:REFERRED]->(client) }
RETURN visit.id AS id, visit.at AS at
ORDER BY visit.at, visit.id
LIMIT $limit
