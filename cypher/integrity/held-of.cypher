// The referrals a client earns by that have a grave finding nobody approved. Parameters: $clientId.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:MADE]->(referral:Referral)
  RETURN referral
  UNION
  MATCH (referral:Referral)-[:OF]->(client)
  RETURN referral
}
WITH referral
WHERE EXISTS {
  MATCH (finding:Finding)-[:ABOUT]->(referral)
  WHERE finding.severity = 'HIGH' AND finding.state IN ['OPEN', 'REJECTED']
}
RETURN referral.id AS referralId
