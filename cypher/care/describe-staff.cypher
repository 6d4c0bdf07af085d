// Sets a staff member's level and capacity. Parameters: $staffId, $level, $capacity.
MATCH (staff:Staff {id: $staffId})
SET staff.level = coalesce($level, staff.level), staff.capacity = coalesce($capacity, staff.capacity)
RETURN staff.id AS staffId
