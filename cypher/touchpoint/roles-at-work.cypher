// The roles somebody fills on a day. Parameters: $day.
// Scan: there are few staff.
MATCH (staff:Staff)
WHERE staff.activeTo IS NULL OR staff.activeTo >= $day
RETURN DISTINCT staff.role AS role
