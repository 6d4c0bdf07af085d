// Says that a process is alive, by the server's clock, which is one for all of them. Parameters: $id.
MERGE (process:Process {id: $id})
ON CREATE SET process.startedAt = datetime.realtime()
SET process.seenAt = datetime.realtime()
REMOVE process.endedAt
