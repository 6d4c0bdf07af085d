// Tells the other processes what this transaction changes. Parameters: $changes.
UNWIND $changes AS told
CREATE (change:Change)
SET change = told, change.at = datetime.realtime()
