// A visit as a reward sees it. Parameters: $visitId.
MATCH (client:Client)-[:HAD_VISIT]->(visit:Visit {id: $visitId})
RETURN visit.id AS id, client.id AS clientId, visit.at AS at, visit.recordedAt AS recordedAt, visit.paid AS paid,
  visit.refunded AS refunded, visit.insured AS insured
