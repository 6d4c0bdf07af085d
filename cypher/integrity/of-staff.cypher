// Which of some clients are staff, or of a member of staff's family: declared, or tied as kin or partners. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
CALL (client) {
  MATCH (client)-[:WORKS_AS]->(staff:Staff)
  RETURN staff.id AS staffId
  UNION
  MATCH (client)-[:BELONGS_TO]->(family:Family)<-[:BELONGS_TO]-(:Client)-[:WORKS_AS]->(staff:Staff)
  WHERE family.withdrawnAt IS NULL
  RETURN staff.id AS staffId
  UNION
  MATCH (client)-[tie:TIED]-(:Client)-[:WORKS_AS]->(staff:Staff)
  WHERE tie.kind IN ['KIN', 'PARTNER']
  RETURN staff.id AS staffId
}
RETURN client.id AS clientId, min(staffId) AS staffId
