// Takes what reviewers wrote off the findings that concern a client. Parameters: $clientId.
MATCH (finding:Finding)-[:CONCERNS]->(:Client {id: $clientId})
MATCH (finding)-[:WENT]->(step:FindingStep)
SET step.reason = null
