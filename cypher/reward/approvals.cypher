// One page of what needs a second person, latest first. Parameters: $status, $beforeAt, $beforeId, $limit.
MATCH (approval:RewardApproval)
WHERE approval.requestedAt <= $beforeAt AND approval.id IS NOT NULL
  AND CASE WHEN approval.requestedAt = $beforeAt THEN approval.id < $beforeId ELSE true END
  AND ($status IS NULL OR approval.status = $status)
RETURN approval {.*} AS approval
ORDER BY approval.requestedAt DESC, approval.id DESC
LIMIT $limit
