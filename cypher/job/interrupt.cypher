// Marks what a process left running when it ended. Parameters: $now.
MATCH (job:Job)
WHERE job.running IS NOT NULL
SET job.state = 'INTERRUPTED', job.endedAt = $now, job.message = 'Kith stopped while this ran; it can be resumed.'
REMOVE job.running
