// The families a client was declared to belong to, by their own columns. Parameters: $id.
MATCH (:Client {id: $id})-[:BELONGS_TO]->(family:Family)
RETURN family {.*, locked: null} AS family
ORDER BY family.declaredAt
