// Ends a client's referral code in force and gives her a new one; her node is written to first, so that two of them queue. Parameters: $clientId, $code, $now.
MATCH (client:Client {id: $clientId})
SET client.version = client.version + 1
WITH client
CALL (client) {
  MATCH (client)-[:HOLDS]->(former:ReferralCode)
  WHERE former.endedAt IS NULL
  SET former.endedAt = $now
}
CREATE (client)-[:HOLDS]->(:ReferralCode {code: $code, issuedAt: $now})
