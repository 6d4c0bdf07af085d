// Visits as a reward sees them, in the order they happened. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit {id: id})
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.recordedAt AS recordedAt, visit.paid AS paid,
  visit.refunded AS refunded, visit.insured AS insured
ORDER BY visit.at, visit.id
