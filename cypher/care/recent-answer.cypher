// A client's survey answers within a window, one of them; her node is written to first, so that two answers queue. Parameters: $clientId, $from, $to.
MATCH (client:Client {id: $clientId})
SET client.version = client.version + 1
RETURN head(COLLECT {
  MATCH (client)-[:ANSWERED]->(answer:SurveyAnswer)
  WHERE answer.at > $from AND answer.at < $to
  RETURN answer.at
}) AS at
