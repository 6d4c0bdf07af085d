// Records referrals as events and credits those marked for it whose link keeps the forest, one after the other; returns those it had to leave without.
// Parameters: $rows, $recordedAt.
// Unbounded: one walk up a chain, which is as long as the chain is.
UNWIND $rows AS row
MATCH (referrer:Client {id: row.referrerId})
USING INDEX SEEK referrer:Client(id)
MATCH (friend:Client {id: row.referredId})
USING INDEX SEEK friend:Client(id)
CREATE (referrer)-[:MADE]->(referral:Referral {
  id: row.id, occurredOn: row.occurredOn, recordedAt: $recordedAt, status: row.status, statusAt: row.statusAt,
  code: row.code, credited: false, afterFirstVisit: row.afterFirstVisit, convertedAt: row.convertedAt})-[:OF]->(friend)
WITH row, referrer, friend, referral
CALL (row, referrer, friend, referral) {
  WITH row, referrer, friend, referral
  WHERE row.credited
    AND NOT EXISTS { (:Client)-[:REFERRED]->(friend) }
    AND NOT EXISTS {
      MATCH (referrer) (()<-[:REFERRED]-())+ (above:Client)
      WHERE above.id = row.referredId
    }
  CREATE (referrer)-[:REFERRED {
    referralId: row.id, referredId: row.referredId, validFrom: row.occurredOn, recordedAt: $recordedAt,
    converted: row.converted}]->(friend)
  SET referral.credited = true, friend.version = friend.version + 1
}
WITH row, referral
WHERE row.credited AND NOT referral.credited
RETURN row.id AS denied
