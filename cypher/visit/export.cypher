// All visits of one client, earliest first; amounts in minor units. Parameters: $clientId.
MATCH (client:Client {id: $clientId})-[:HAD_VISIT]->(visit:Visit)
RETURN visit {.*, treatments: COLLECT { MATCH (visit)-[:INCLUDED]->(treatment:Treatment) RETURN treatment.name }} AS visit
ORDER BY visit.at
