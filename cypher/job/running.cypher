// The job of a kind that is running. Parameters: $kind.
MATCH (job:Job {running: $kind})
RETURN job {.*} AS job
