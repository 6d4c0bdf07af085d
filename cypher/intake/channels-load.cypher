// Adds channels or amends them. Parameters: $rows.
UNWIND $rows AS row
MERGE (channel:Channel {code: row.code})
SET channel += row
RETURN count(channel) AS loaded
