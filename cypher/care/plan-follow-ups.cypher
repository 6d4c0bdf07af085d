// Plans follow-ups of visits; one that is planned already stays as it is. Parameters: $rows.
UNWIND $rows AS row
MATCH (visit:Visit {id: row.visitId})
MERGE (followUp:FollowUp {id: row.id})
ON CREATE SET followUp.step = row.step, followUp.dueAt = row.dueAt, followUp.overdueAt = row.overdueAt,
  followUp.state = 'OPEN'
MERGE (visit)-[:CALLS_FOR]->(followUp)
RETURN count(followUp) AS planned
