// Notes what needs a second person. Parameters: $approval.
CREATE (approval:RewardApproval)
SET approval = $approval
RETURN approval {.*} AS approval
