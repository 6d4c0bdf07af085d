// One page of the clients below a client as the links stood, breadth first. Parameters: $clientId, $valid, $known, $maxGenerations, $skip, $limit.
// Unbounded: a past forest is read from the links themselves; the page bounds what is returned.
MATCH (client:Client {id: $clientId})
  ((steps)-[links:REFERRED|ONCE_REFERRED WHERE links.validFrom <= $valid AND links.recordedAt <= $known
    AND (links.retractedAt IS NULL OR links.retractedAt > $known)]->(nexts)){1,}
  (below:Client)
WHERE size(links) <= $maxGenerations
WITH below, size(links) AS generation, [next IN nexts | next.id] AS route
ORDER BY generation, route
SKIP $skip
LIMIT $limit
RETURN below.id AS clientId, generation
