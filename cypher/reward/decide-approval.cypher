// Settles a request that waits for a second person. Parameters: $id, $status, $by, $reason, $now, $entryId.
MATCH (approval:RewardApproval {id: $id})
WHERE approval.status = 'PENDING'
SET approval.status = $status, approval.decidedBy = $by, approval.decidedAt = $now, approval.decisionReason = $reason,
  approval.entryId = $entryId
RETURN approval {.*} AS approval
