// Says that a process has ended. Parameters: $id.
MATCH (process:Process {id: $id})
SET process.endedAt = datetime.realtime()
