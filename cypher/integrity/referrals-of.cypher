// The referrals that some grave findings are about. Parameters: $ids.
UNWIND $ids AS id
MATCH (finding:Finding {id: id})-[:ABOUT]->(referral:Referral)
WHERE finding.severity = 'HIGH'
RETURN DISTINCT referral.id AS referralId
