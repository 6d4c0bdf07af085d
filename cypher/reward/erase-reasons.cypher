// Forgets the texts about one client; her lines and their sums stay. Parameters: $clientId.
CALL () {
  MATCH (entry:RewardEntry {clientId: $clientId})-[:POSTED_BECAUSE]->(reason:RewardReason)
  WHERE entry.sequence > 0
  DETACH DELETE reason
}
CALL () {
  MATCH (approval:RewardApproval {clientId: $clientId})
  SET approval.reason = null, approval.decisionReason = null, approval.taxRecord = null
}
