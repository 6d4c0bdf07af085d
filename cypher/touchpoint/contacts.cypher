// What a client's contacts with each staff member weigh, by role, stage and kind.
// Parameters: $clientId, $kinds, $roles, $satisfactions, $rapports, $epoch, $halfLife, $earlier.
MATCH (client:Client {id: $clientId})
CALL (client) {
  MATCH (client)-[:HAD_TOUCHPOINT]->(touchpoint:Touchpoint)-[:WITH]->(staff:Staff)
  RETURN staff, staff.role AS role, touchpoint.stage AS stage, touchpoint.kind AS kind, touchpoint.at AS at,
    touchpoint.satisfaction AS satisfaction, touchpoint.rapport AS rapport,
    $kinds[touchpoint.kind] * $satisfactions[coalesce(touchpoint.satisfaction, 0)]
      * $rapports[coalesce(touchpoint.rapport, 0)] AS quality
  UNION ALL
  MATCH (client)-[:HAD_VISIT]->(visit:Visit)-[served:SERVED_BY]->(staff:Staff)
  RETURN staff, served.role AS role, 'DURING' AS stage, 'VISIT' AS kind, visit.at AS at, null AS satisfaction,
    null AS rapport, $roles[served.role] AS quality
}
WITH staff, role, stage, kind, at, satisfaction, rapport,
  quality * 2.0 ^ ((at.epochMillis - $epoch) / $halfLife) AS weight
RETURN staff.id AS staffId, role, stage, kind, count(*) AS contacts, max(at) AS lastAt, sum(weight) AS weight,
  sum(CASE WHEN at <= $earlier THEN weight ELSE 0.0 END) AS earlierWeight,
  count(satisfaction) AS satisfactions, coalesce(sum(satisfaction), 0) AS satisfactionSum,
  count(rapport) AS rapports, coalesce(sum(rapport), 0) AS rapportSum
