// Who is accountable for some clients and how well each of the staff knows them. Parameters: $clientIds.
UNWIND $clientIds AS clientId
MATCH (client:Client {id: clientId})
RETURN client.id AS clientId,
  head(COLLECT { MATCH (client)-[held:OWNED_BY]->(owner:Staff) WHERE held.to IS NULL RETURN owner.id }) AS ownerId,
  COLLECT {
    MATCH (client)-[known:KNOWN_BY]->(staff:Staff)
    RETURN {staffId: staff.id, weight: known.weight} ORDER BY staff.id
  } AS ties
