// Adds feedback or what has become known of it. Parameters: $rows.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
MERGE (feedback:Feedback {id: row.id})
SET feedback.kind = row.kind, feedback.topic = row.topic, feedback.severity = row.severity
SET feedback.openedAt = row.openedAt, feedback.firstResponseAt = row.firstResponseAt
SET feedback.solutionAt = row.solutionAt, feedback.closedAt = row.closedAt
MERGE (client)-[:GAVE]->(feedback)
WITH row, feedback
CALL (row, feedback) {
  MATCH (staff:Staff {id: row.staffId})
  USING INDEX SEEK staff:Staff(id)
  MERGE (feedback)-[:HANDLED_BY]->(staff)
}
RETURN count(feedback) AS loaded
