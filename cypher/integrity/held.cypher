// Which of some referrals have a grave finding that nobody approved. Parameters: $referralIds.
UNWIND $referralIds AS referralId
MATCH (referral:Referral {id: referralId})
WHERE EXISTS {
  MATCH (finding:Finding)-[:ABOUT]->(referral)
  WHERE finding.severity = 'HIGH' AND finding.state IN ['OPEN', 'REJECTED']
}
RETURN referral.id AS referralId
