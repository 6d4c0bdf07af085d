// Puts a proposed version of the rule in force. Parameters: $version, $now, $signedBy.
MATCH (rule:TierRule {version: $version})
SET rule.signedBy = coalesce(rule.signedBy, $signedBy), rule.signedAt = coalesce(rule.signedAt, $now)
RETURN rule {.*} AS rule
