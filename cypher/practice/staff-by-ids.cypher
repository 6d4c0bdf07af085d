// Staff members by id. Parameters: $ids.
UNWIND $ids AS id
MATCH (staff:Staff {id: id})
RETURN staff.id AS id, staff.name AS name, staff.role AS role, staff.activeFrom AS activeFrom, staff.activeTo AS activeTo
