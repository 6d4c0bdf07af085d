// Asks the process that a job runs in to stop it. Parameters: $id.
MATCH (job:Job {id: $id})
WHERE job.running IS NOT NULL
SET job.unwanted = true
RETURN job {.*} AS job
