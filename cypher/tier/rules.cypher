// One page of the versions of the tier rule, latest first. Parameters: $before, $limit.
MATCH (rule:TierRule)
WHERE rule.version < $before
RETURN rule {.*} AS rule
ORDER BY rule.version DESC
LIMIT $limit
