// The staff of a day with level, capacity and load. Parameters: $day, $limit.
// Scan: there are few staff.
MATCH (staff:Staff)
WHERE (staff.activeTo IS NULL OR staff.activeTo >= $day) AND (staff.activeFrom IS NULL OR staff.activeFrom <= $day)
WITH staff
ORDER BY staff.id
LIMIT $limit
RETURN staff.id AS staffId, staff.role AS role, staff.level AS level, staff.capacity AS capacity,
  COUNT { MATCH (staff)<-[held:OWNED_BY]-(:Client) WHERE held.to IS NULL } AS load
