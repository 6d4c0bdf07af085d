// Notes how a job ended, as long as it is this process's. Parameters: $id, $owner, $state, $message, $now.
MATCH (job:Job {id: $id})
WHERE job.running IS NOT NULL AND job.owner = $owner
SET job.state = $state, job.message = $message, job.endedAt = $now, job.updatedAt = $now
REMOVE job.running, job.unwanted
