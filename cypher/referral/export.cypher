// All referral events one client made or is named in, earliest first; the other side by id. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:MADE]->(referral:Referral)
  RETURN referral, 'MADE' AS side
  UNION
  MATCH (referral:Referral)-[:OF]->(client)
  RETURN referral, 'RECEIVED' AS side
}
RETURN referral {.*, side: side} AS referral
ORDER BY referral.occurredOn
