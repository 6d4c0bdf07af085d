// Keeps what the checks found, each thing once; with other evidence, or found again after it was explained, it is open anew. Parameters: $rows, $by, $now.
UNWIND $rows AS row
MERGE (finding:Finding {key: row.key})
ON CREATE SET finding.id = row.id, finding.kind = row.kind, finding.state = 'NEW'
ON MATCH SET finding.locked = true
WITH finding, row, finding.state AS before
WHERE before IN ['NEW', 'EXPLAINED'] OR finding.evidence <> row.evidence
SET finding.severity = row.severity, finding.evidence = row.evidence
WITH finding, row, before
CALL (finding, before) {
  WITH finding, before
  WHERE before <> 'OPEN'
  SET finding.state = 'OPEN', finding.openedAt = $now
  CREATE (finding)-[:WENT]->(:FindingStep {
    number: COUNT { (finding)-[:WENT]->() } + 1, at: $now,
    what: CASE before WHEN 'NEW' THEN 'FOUND' ELSE 'FOUND_ANEW' END, by: $by})
}
CALL (finding, row) {
  UNWIND row.referralIds AS referralId
  MATCH (referral:Referral {id: referralId})
  MERGE (finding)-[:ABOUT]->(referral)
}
CALL (finding, row) {
  UNWIND row.clientIds AS clientId
  MATCH (client:Client {id: clientId})
  MERGE (finding)-[:CONCERNS]->(client)
}
RETURN count(finding) AS opened
