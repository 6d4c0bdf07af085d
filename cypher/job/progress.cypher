// Notes how far a job is. Parameters: $id, $stage, $done, $total, $checkpoint, $now.
MATCH (job:Job {id: $id})
SET job.stage = $stage, job.done = $done, job.total = $total, job.checkpoint = $checkpoint, job.updatedAt = $now
