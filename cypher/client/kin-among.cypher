// Which of some clients are of one family: declared, or tied as kin or partners. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
CALL (client) {
  MATCH (client)-[:BELONGS_TO]->(family:Family)<-[:BELONGS_TO]-(other:Client)
  WHERE family.withdrawnAt IS NULL
  RETURN other.id AS otherId
  UNION
  MATCH (client)-[tie:TIED]-(other:Client)
  WHERE tie.kind IN ['KIN', 'PARTNER']
  RETURN other.id AS otherId
}
WITH client.id AS clientId, otherId
WHERE clientId < otherId AND otherId IN $ids
RETURN DISTINCT clientId, otherId
