// What stands against asking each of some clients for a referral now. Parameters: $ids, $joinedAfter, $treatedAfter, $contactedAfter.
UNWIND $ids AS id
MATCH (client:Client {id: id})
RETURN client.id AS clientId,
  client.joinedOn IS NULL OR client.joinedOn > $joinedAfter AS tooNew,
  EXISTS {
    MATCH (client)-[:HAD_VISIT]->(visit:Visit)
    WHERE visit.at > $treatedAfter
  } AS justTreated,
  EXISTS {
    MATCH (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)
    WHERE touchpoint.at > $contactedAfter AND touchpoint.kind IN ['CALL', 'MESSAGE', 'FOLLOW_UP', 'GREETING', 'EVENT']
  } AS recentlyContacted
