// One visit. Parameters: $id.
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit {id: $id})
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.charged AS charged, visit.paid AS paid,
  visit.refunded AS refunded, visit.recordedAt AS recordedAt, visit.insured AS insured,
  COLLECT { MATCH (visit)-[:INCLUDED]->(treatment:Treatment) RETURN treatment.code ORDER BY treatment.code } AS treatments,
  COLLECT {
    MATCH (visit)-[served:SERVED_BY]->(staff:Staff)
    RETURN {staffId: staff.id, role: served.role} ORDER BY staff.id
  } AS staff
