// Records a client's survey answer. Parameters: $id, $clientId, $at, $score.
MATCH (client:Client {id: $clientId})
CREATE (client)-[:ANSWERED]->(answer:SurveyAnswer {id: $id, at: $at, score: $score})
RETURN answer.id AS id
