// The survey answers of a period with what they can be grouped by, streamed. Parameters: $from, $to.
MATCH (client:Client)-[:ANSWERED]->(answer:SurveyAnswer)
WHERE answer.at >= $from AND answer.at < $to
RETURN client.id AS clientId, answer.id AS id, answer.at AS at, answer.score AS score,
  head(COLLECT { MATCH (client)-[:ACQUIRED_VIA]->(channel:Channel) RETURN channel.code }) AS channel,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS staffId,
  EXISTS { MATCH (client)-[:MADE]->(:Referral) } AS refers
