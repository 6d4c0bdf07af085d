// A declared family. Parameters: $id.
MATCH (family:Family {id: $id})
RETURN family {.id, .note, .declaredBy, .declaredAt, .withdrawnBy, .withdrawnAt,
  memberIds: COLLECT { MATCH (client:Client)-[:BELONGS_TO]->(family) RETURN client.id ORDER BY client.id }} AS family
