// The rule in force: the highest version that was signed. Parameters: none.
// Scan: there are few versions.
MATCH (rule:TierRule)
WHERE rule.signedAt IS NOT NULL
RETURN rule {.*} AS rule
ORDER BY rule.version DESC
LIMIT 1
