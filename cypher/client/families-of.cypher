// The declared families in force that a client belongs to, latest first. Parameters: $id, $limit.
MATCH (:Client {id: $id})-[:BELONGS_TO]->(family:Family)
WHERE family.withdrawnAt IS NULL
WITH family
ORDER BY family.declaredAt DESC, family.id
LIMIT $limit
RETURN family {.id, .note, .declaredBy, .declaredAt, .withdrawnBy, .withdrawnAt,
  memberIds: COLLECT { MATCH (client:Client)-[:BELONGS_TO]->(family) RETURN client.id ORDER BY client.id }} AS family
