// Records a visit and adds what was paid to the client's net revenue; the client's node is written to first, so that two visits of hers queue.
// Parameters: $id, $clientId, $at, $recordedAt, $charged, $paid, $treatments, $staff, $insured.
MATCH (client:Client {id: $clientId})
SET client.version = client.version + 1
SET client.netRevenue = client.netRevenue + $paid
CREATE (client)-[:HAD_VISIT]->(visit:Visit {
  id: $id, at: $at, recordedAt: $recordedAt, charged: $charged, paid: $paid, refunded: 0, insured: $insured})
WITH visit
CALL (visit) {
  UNWIND $treatments AS code
  MATCH (treatment:Treatment {code: code})
  CREATE (visit)-[:INCLUDED]->(treatment)
  RETURN collect(code) AS included
}
CALL (visit) {
  UNWIND $staff AS served
  MATCH (staff:Staff {id: served.staffId})
  CREATE (visit)-[:SERVED_BY {role: coalesce(served.role, staff.role)}]->(staff)
  RETURN collect(served.staffId) AS serving
}
RETURN [code IN $treatments WHERE NOT code IN included] AS unknownTreatments,
  [served IN $staff WHERE NOT served.staffId IN serving | served.staffId] AS unknownStaff
