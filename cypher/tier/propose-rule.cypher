// Adds the next version of the tier rule; of two at once the constraint on the version refuses one. Parameters: $rule.
MATCH (latest:TierRule)
WHERE latest.version > 0
WITH latest
ORDER BY latest.version DESC
LIMIT 1
CREATE (rule:TierRule {version: latest.version + 1})
SET rule += $rule
RETURN rule {.*} AS rule
