// One version of the influence rule. Parameters: $version.
MATCH (rule:InfluenceRule {version: $version})
RETURN rule {.*} AS rule
