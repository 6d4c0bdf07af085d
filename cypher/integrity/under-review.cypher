// Which of some clients made or came by a referral with a grave finding that nobody approved. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
WHERE EXISTS {
  MATCH (finding:Finding)-[:CONCERNS]->(client)
  WHERE finding.severity = 'HIGH' AND finding.state IN ['OPEN', 'REJECTED']
}
RETURN client.id AS clientId
