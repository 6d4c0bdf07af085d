// How many of whom each of some clients brought were converted since a time. Parameters: $ids, $since.
UNWIND $ids AS id
MATCH (client:Client {id: id})
RETURN client.id AS clientId,
  COUNT {
    MATCH (client)-[:MADE]->(referral:Referral)
    WHERE referral.convertedAt >= $since AND referral.credited
  } AS converted
