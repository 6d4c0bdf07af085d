// One page of the versions of the influence rule, latest first. Parameters: $before, $limit.
MATCH (rule:InfluenceRule)
WHERE rule.version < $before
RETURN rule {.*} AS rule
ORDER BY rule.version DESC
LIMIT $limit
