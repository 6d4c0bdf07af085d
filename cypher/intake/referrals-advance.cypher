// Moves referrals on that nobody has retracted. Parameters: $rows.
UNWIND $rows AS row
MATCH (referral:Referral {id: row.id})
USING INDEX SEEK referral:Referral(id)
WHERE referral.retractedAt IS NULL
SET referral.status = row.status, referral.statusAt = row.statusAt, referral.code = row.code
SET referral.convertedAt = row.convertedAt
WITH row, referral
WHERE row.converted
MATCH (referral)-[:OF]->(friend:Client)<-[link:REFERRED]-(:Client)
WHERE link.referralId = row.id AND NOT link.converted
SET link.converted = true, friend.version = friend.version + 1
