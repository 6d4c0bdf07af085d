// Visits as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (visit:Visit {id: key})
USING INDEX SEEK visit:Visit(id)
MATCH (client:Client)-[:HAD_VISIT]->(visit)
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.charged AS charged, visit.paid AS paid,
  visit.refunded AS refunded,
  coalesce(head(COLLECT {
    MATCH (visit)-[:REFUNDED]->(refund:Refund)
    WHERE refund.id = visit.id + '-refund'
    RETURN refund.amount
  }), 0) AS refundedAtFirst,
  COLLECT { MATCH (visit)-[:INCLUDED]->(treatment:Treatment) RETURN DISTINCT treatment.code ORDER BY treatment.code }
    AS treatments,
  COLLECT {
    MATCH (visit)-[served:SERVED_BY]->(staff:Staff)
    WITH DISTINCT staff.id AS staffId, served.role AS role
    RETURN {staffId: staffId, role: role} ORDER BY staffId, role
  } AS staff
