// Takes the reasons off all referral events that name one client. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:MADE]->(referral:Referral)
  SET referral.reason = null
}
CALL (client) {
  MATCH (referral:Referral)-[:OF]->(client)
  SET referral.reason = null
}
