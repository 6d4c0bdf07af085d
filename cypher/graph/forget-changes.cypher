// Deletes changes told longer ago than they are kept, and notes of each process up to which number. Parameters: $kept, $limit.
WITH datetime.realtime() - $kept AS before
MATCH (change:Change)
WHERE change.at < before
WITH change
ORDER BY change.at
LIMIT $limit
WITH change.process AS teller, max(change.sequence) AS last, collect(change) AS old
OPTIONAL MATCH (process:Process {id: teller})
SET process.forgottenTo = CASE WHEN process.forgottenTo > last THEN process.forgottenTo ELSE last END
FOREACH (change IN old |
  DELETE change)
RETURN sum(size(old)) AS forgotten
