// Notes how far a job is, as long as it is this process's; returns whether somebody asked it to stop. Parameters: $id, $owner, $stage, $done, $total, $checkpoint, $now.
MATCH (job:Job {id: $id})
WHERE job.running IS NOT NULL AND job.owner = $owner
SET job.stage = $stage, job.done = $done, job.total = $total, job.checkpoint = $checkpoint, job.updatedAt = $now
RETURN coalesce(job.unwanted, false) AS unwanted
