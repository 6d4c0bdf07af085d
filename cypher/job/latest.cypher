// One page of the jobs, latest first. Parameters: $kind, $afterAt, $afterId, $limit.
MATCH (job:Job)
WHERE job.startedAt <= $afterAt
  AND job.id IS NOT NULL
  AND CASE WHEN job.startedAt = $afterAt THEN job.id < $afterId ELSE true END
  AND ($kind IS NULL OR job.kind = $kind)
RETURN job {.*} AS job
ORDER BY job.startedAt DESC, job.id DESC
LIMIT $limit
