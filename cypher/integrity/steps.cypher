// What happened to a finding, earliest first. Parameters: $id, $limit.
MATCH (:Finding {id: $id})-[:WENT]->(step:FindingStep)
RETURN step.at AS at, step.what AS what, step.by AS by, step.reason AS reason
ORDER BY step.number
LIMIT $limit
