// One request that needs a second person. Parameters: $id.
MATCH (approval:RewardApproval {id: $id})
RETURN approval {.*} AS approval
