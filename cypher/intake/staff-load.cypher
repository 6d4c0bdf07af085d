// Adds staff members or amends them. Parameters: $rows.
UNWIND $rows AS row
MERGE (staff:Staff {id: row.id})
SET staff += row
RETURN count(staff) AS loaded
