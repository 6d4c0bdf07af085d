// Puts a proposed version of the rule in force. Parameters: $version, $now.
MATCH (rule:InfluenceRule {version: $version})
SET rule.adoptedAt = coalesce(rule.adoptedAt, $now)
RETURN rule {.*} AS rule
