// All clients below a client as the links stood, breadth first, with who had brought each. Parameters: $clientId, $valid, $known, $limit.
// Unbounded: a past forest is read from the links themselves; the limit bounds what is returned.
MATCH (client:Client {id: $clientId})
  ((steps)-[links:REFERRED|ONCE_REFERRED WHERE links.validFrom <= $valid AND links.recordedAt <= $known
    AND (links.retractedAt IS NULL OR links.retractedAt > $known)]->(nexts)){1,}
  (below:Client)
WITH below, size(links) AS generation, [next IN nexts | next.id] AS route, last(steps).id AS referrerId,
  last(links).validFrom AS since
ORDER BY generation, route
LIMIT $limit
RETURN below.id AS clientId, referrerId, since
