// Takes the processes that have been silent for so long as ended. Parameters: $patience.
// Scan: processes are as many as share the database, and those that ended lately.
MATCH (process:Process)
WHERE process.endedAt IS NULL AND process.seenAt < datetime.realtime() - $patience
SET process.endedAt = datetime.realtime()
RETURN process.id AS id
