// Deletes processes that ended longer ago than changes are kept, once none of theirs is left. Parameters: $kept.
// Scan: processes are as many as share the database, and those that ended lately.
MATCH (process:Process)
WHERE process.endedAt < datetime.realtime() - $kept
  AND NOT EXISTS {
    MATCH (change:Change)
    USING INDEX change:Change(process, sequence)
    WHERE change.process = process.id AND change.sequence > 0
  }
DELETE process
