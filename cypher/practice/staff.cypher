// One page of the staff in order of id. Parameters: $after, $limit.
MATCH (staff:Staff)
WHERE staff.id > $after
RETURN staff.id AS id, staff.name AS name, staff.role AS role, staff.activeFrom AS activeFrom, staff.activeTo AS activeTo
ORDER BY staff.id
LIMIT $limit
