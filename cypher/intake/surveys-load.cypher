// Adds survey answers of clients. Parameters: $rows.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
CREATE (client)-[:ANSWERED]->(answer:SurveyAnswer {id: row.id, at: row.at, score: row.score})
RETURN count(answer) AS loaded
