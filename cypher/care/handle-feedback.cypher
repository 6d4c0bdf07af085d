// Gives a piece of feedback to a staff member. Parameters: $id, $staffId.
MATCH (feedback:Feedback {id: $id})
MATCH (staff:Staff {id: $staffId})
CALL (feedback) {
  MATCH (feedback)-[before:HANDLED_BY]->(:Staff)
  DELETE before
}
CREATE (feedback)-[:HANDLED_BY]->(staff)
