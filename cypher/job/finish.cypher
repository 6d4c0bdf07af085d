// Notes how a job ended. Parameters: $id, $state, $message, $now.
MATCH (job:Job {id: $id})
SET job.state = $state, job.message = $message, job.endedAt = $now, job.updatedAt = $now
REMOVE job.running
