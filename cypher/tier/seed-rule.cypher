// Adds the rule Kith starts with, unless it is there. Parameters: $version, $rule.
MERGE (rule:TierRule {version: $version})
ON CREATE SET rule += $rule
RETURN rule {.*} AS rule
