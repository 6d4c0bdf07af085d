// What visits were paid and refunded by now. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit {id: id})
RETURN visit.id AS id, client.id AS clientId, visit.paid AS paid, visit.refunded AS refunded
