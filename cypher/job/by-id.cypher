// One job. Parameters: $id.
MATCH (job:Job {id: $id})
RETURN job {.*} AS job
