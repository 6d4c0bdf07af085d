// A client's exits, latest first. Parameters: $clientId, $limit.
MATCH (client:Client {id: $clientId})-[:LEFT]->(exit:Exit)
RETURN exit.id AS id, client.id AS clientId, exit.at AS at, exit.type AS type, exit.cause AS cause, exit.note AS note,
  exit.profitLost AS profitLost, exit.rescueCap AS rescueCap
ORDER BY exit.at DESC, exit.id
LIMIT $limit
