// One version of the tier rule. Parameters: $version.
MATCH (rule:TierRule {version: $version})
RETURN rule {.*} AS rule
