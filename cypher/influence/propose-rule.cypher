// Adds the next version of the influence rule; of two at once the constraint on the version refuses one. Parameters: $rule.
MATCH (latest:InfluenceRule)
WHERE latest.version > 0
WITH latest
ORDER BY latest.version DESC
LIMIT 1
CREATE (rule:InfluenceRule {version: latest.version + 1})
SET rule += $rule
RETURN rule {.*} AS rule
