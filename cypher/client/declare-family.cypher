// Notes that some clients are one family; returns which of them exist. Parameters: $family, $memberIds.
CREATE (family:Family)
SET family = $family
WITH family
UNWIND $memberIds AS id
MATCH (client:Client {id: id})
CREATE (client)-[:BELONGS_TO]->(family)
RETURN client.id AS id
