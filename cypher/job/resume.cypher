// Starts a job that did not end well once more, in this process. Parameters: $id, $owner, $now.
MATCH (job:Job {id: $id})
WHERE job.state IN ['FAILED', 'CANCELLED', 'INTERRUPTED']
SET job.running = job.kind, job.state = 'RUNNING', job.owner = $owner, job.attempts = job.attempts + 1, job.updatedAt = $now
REMOVE job.endedAt, job.message, job.stage, job.total, job.unwanted
SET job.done = 0
RETURN job {.*} AS job
