// The rule in force: the one adopted last. Parameters: none.
MATCH (rule:InfluenceRule)
WHERE rule.adoptedAt IS NOT NULL
RETURN rule {.*} AS rule
ORDER BY rule.adoptedAt DESC, rule.version DESC
LIMIT 1
