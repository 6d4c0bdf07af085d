// One page of a client's visits, latest first. Parameters: $clientId, $afterAt, $afterId, $limit.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)
WHERE visit.at < $afterAt OR (visit.at = $afterAt AND visit.id > $afterId)
WITH client, visit
ORDER BY visit.at DESC, visit.id
LIMIT $limit
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.charged AS charged, visit.paid AS paid,
  visit.refunded AS refunded, visit.recordedAt AS recordedAt, visit.insured AS insured,
  COLLECT { MATCH (visit)-[:INCLUDED]->(treatment:Treatment) RETURN treatment.code ORDER BY treatment.code } AS treatments,
  COLLECT {
    MATCH (visit)-[served:SERVED_BY]->(staff:Staff)
    RETURN {staffId: staff.id, role: served.role} ORDER BY staff.id
  } AS staff
