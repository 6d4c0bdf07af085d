// Adds activities or amends them. Parameters: $rows.
UNWIND $rows AS row
MERGE (activity:Activity {id: row.id})
SET activity += row
RETURN count(activity) AS loaded
