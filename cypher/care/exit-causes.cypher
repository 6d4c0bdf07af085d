// How many clients left in a period, by type and cause. Parameters: $from, $to.
MATCH (client:Client)-[:LEFT]->(exit:Exit)
WHERE exit.at >= $from AND exit.at < $to
RETURN exit.type AS type, exit.cause AS cause, count(DISTINCT client) AS clients, sum(exit.profitLost) AS profitLost
ORDER BY clients DESC, type, cause
