// One page of a client's touchpoints that fit a filter, latest first.
// Parameters: $clientId, $stages, $kinds, $staffIds, $from, $to, $afterAt, $afterId, $limit.
MATCH (client:Client {id: $clientId})-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)
WHERE (touchpoint.at < $afterAt OR (touchpoint.at = $afterAt AND touchpoint.id > $afterId))
  AND ($stages IS NULL OR touchpoint.stage IN $stages)
  AND ($kinds IS NULL OR touchpoint.kind IN $kinds)
  AND ($from IS NULL OR touchpoint.at >= $from)
  AND ($to IS NULL OR touchpoint.at < $to)
MATCH (touchpoint)-[:WITH]->(staff:Staff)
WHERE $staffIds IS NULL OR staff.id IN $staffIds
RETURN touchpoint.id AS id, client.id AS clientId, staff.id AS staffId, touchpoint.at AS at, touchpoint.stage AS stage,
  touchpoint.kind AS kind, touchpoint.satisfaction AS satisfaction, touchpoint.rapport AS rapport,
  touchpoint.note AS note
ORDER BY touchpoint.at DESC, touchpoint.id
LIMIT $limit
