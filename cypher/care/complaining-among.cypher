// Which of these clients have an open complaint. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
WHERE EXISTS {
  MATCH (client)-[:GAVE]->(feedback:Feedback)
  WHERE feedback.kind = 'COMPLAINT' AND feedback.openedAt IS NOT NULL AND feedback.closedAt IS NULL
}
RETURN client.id AS id
