// One survey answer. Parameters: $id.
MATCH (client:Client)-[:ANSWERED]->(answer:SurveyAnswer {id: $id})
RETURN answer.id AS id, client.id AS clientId, answer.at AS at, answer.score AS score
