// What the other processes told behind the number this one has read each of them up to, a page of each. Parameters: $self, $positions, $limit.
// Scan: processes are as many as share the database, and those that ended lately.
MATCH (process:Process)
WHERE process.id <> $self
WITH process, coalesce($positions[process.id], 0) AS position
RETURN process.id AS process, coalesce(process.forgottenTo, 0) AS forgottenTo,
  COLLECT {
    MATCH (change:Change)
    USING INDEX change:Change(process, sequence)
    WHERE change.process = process.id AND change.sequence > position
    RETURN change {.*}
    ORDER BY change.sequence
    LIMIT $limit
  } AS changes
