// When clients first came and first paid. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[:HAD_VISIT]->(visit:Visit)
USING INDEX SEEK client:Client(id)
RETURN client.id AS id, min(visit.at) AS firstAt, min(CASE WHEN visit.paid > 0 THEN visit.at END) AS paidAt
