// Survey answers as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (answer:SurveyAnswer {id: key})
USING INDEX SEEK answer:SurveyAnswer(id)
MATCH (client:Client)-[:ANSWERED]->(answer)
RETURN answer.id AS id, client.id AS clientId, answer.at AS at, answer.score AS score
