// Adds treatments or amends them. Parameters: $rows.
UNWIND $rows AS row
MERGE (treatment:Treatment {code: row.code})
SET treatment += row
RETURN count(treatment) AS loaded
