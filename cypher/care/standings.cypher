// The level, capacity, load and manager of some staff. Parameters: $staffIds.
UNWIND $staffIds AS staffId
MATCH (staff:Staff {id: staffId})
RETURN staff.id AS staffId, staff.level AS level, staff.capacity AS capacity,
  COUNT { MATCH (staff)<-[held:OWNED_BY]-(:Client) WHERE held.to IS NULL } AS load,
  head(COLLECT { MATCH (staff)-[:ANSWERS_TO]->(manager:Staff) RETURN manager.id }) AS managerId
