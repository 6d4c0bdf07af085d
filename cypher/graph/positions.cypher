// Up to which number each process had settled its changes when it last told one. Parameters: none.
// Scan: processes are as many as share the database, and those that ended lately.
MATCH (process:Process)
RETURN process.id AS process, coalesce(process.forgottenTo, 0) AS forgottenTo,
  COLLECT {
    MATCH (change:Change)
    USING INDEX change:Change(process, sequence)
    WHERE change.process = process.id AND change.sequence > 0
    RETURN change.settled
    ORDER BY change.sequence DESC
    LIMIT 1
  } AS settled
