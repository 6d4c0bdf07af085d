// Staff members as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (staff:Staff {id: key})
USING INDEX SEEK staff:Staff(id)
RETURN staff.id AS id, staff.name AS name, staff.role AS role, staff.activeFrom AS activeFrom, staff.activeTo AS activeTo
