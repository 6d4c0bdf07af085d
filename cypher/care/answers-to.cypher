// Makes a staff member answer to one manager. Parameters: $staffId, $managerId.
MATCH (staff:Staff {id: $staffId})
MATCH (manager:Staff {id: $managerId})
CALL (staff) {
  MATCH (staff)-[before:ANSWERS_TO]->(:Staff)
  DELETE before
}
CREATE (staff)-[:ANSWERS_TO]->(manager)
RETURN manager.id AS managerId
