// One exit. Parameters: $id.
MATCH (client:Client)-[:LEFT]->(exit:Exit {id: $id})
RETURN exit.id AS id, client.id AS clientId, exit.at AS at, exit.type AS type, exit.cause AS cause, exit.note AS note,
  exit.profitLost AS profitLost, exit.rescueCap AS rescueCap
