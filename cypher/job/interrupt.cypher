// Marks what processes left running when they ended; a process alone on its store has no others to mind. Parameters: $alone, $now.
MATCH (job:Job)
WHERE job.running IS NOT NULL
  AND ($alone OR NOT EXISTS {
    MATCH (process:Process {id: job.owner})
    WHERE process.endedAt IS NULL
  })
SET job.state = 'INTERRUPTED', job.endedAt = $now, job.message = 'Kith stopped while this ran; it can be resumed.'
REMOVE job.running, job.unwanted
RETURN count(job) AS interrupted
