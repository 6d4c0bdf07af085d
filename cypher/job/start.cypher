// Notes a job as started; the constraint on running lets one of a kind through. Parameters: $id, $kind, $argument, $startedBy, $owner, $now.
CREATE (job:Job {
  id: $id, kind: $kind, argument: $argument, running: $kind, state: 'RUNNING', done: 0, attempts: 1, owner: $owner,
  startedBy: $startedBy, startedAt: $now, updatedAt: $now})
RETURN job {.*} AS job
