// Marks the credited referrals of clients who have paid as converted on the day they first did. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
USING INDEX SEEK client:Client(id)
MATCH (:Client)-[link:REFERRED]->(client)
WHERE NOT link.converted
MATCH (referral:Referral {id: link.referralId})
USING INDEX SEEK referral:Referral(id)
CALL (client) {
  MATCH (client)-[:HAD_VISIT]->(visit:Visit)
  WHERE visit.paid > 0
  RETURN min(visit.at) AS paidAt
}
SET client.version = client.version + 1
SET link.converted = true
SET referral.status = 'CONVERTED', referral.statusAt = paidAt, referral.convertedAt = paidAt
