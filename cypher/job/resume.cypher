// Starts a job that did not end well once more. Parameters: $id, $now.
MATCH (job:Job {id: $id})
WHERE job.state IN ['FAILED', 'CANCELLED', 'INTERRUPTED']
SET job.running = job.kind, job.state = 'RUNNING', job.attempts = job.attempts + 1, job.updatedAt = $now
REMOVE job.endedAt, job.message, job.stage, job.total
SET job.done = 0
RETURN job {.*} AS job
