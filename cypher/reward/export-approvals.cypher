// What was asked for in one client's name and needed a second person. Parameters: $clientId.
MATCH (approval:RewardApproval {clientId: $clientId})
RETURN approval {.*} AS approval
ORDER BY approval.requestedAt
