// What tiers are decided by, for one page of the clients who do not mind being ranked, in order of id.
// Parameters: $after, $limit, $asOf, $periodFrom, $quarterFrom, $growthFrom, $growthBefore.
// Without labels behind the client: otherwise the planner may begin at all visits or treatments for each client anew.
MATCH (client:Client)
WHERE client.id > $after AND (client.optedOut IS NULL OR client.optedOut = false)
WITH client
ORDER BY client.id
LIMIT $limit
CALL (client) {
  MATCH (client)-[:HAD_VISIT]->(visit)
  WHERE visit.at <= $asOf AND visit.paid > visit.refunded
  RETURN count(visit) AS paidVisits, max(visit.at) AS lastPaidAt,
    count(CASE WHEN visit.at >= $periodFrom THEN 1 END) AS periodVisits,
    count(CASE WHEN visit.at >= $quarterFrom THEN 1 END) AS quarterVisits,
    sum(CASE WHEN visit.at >= $growthFrom THEN visit.paid - visit.refunded ELSE 0 END) AS lately,
    sum(CASE WHEN visit.at >= $growthBefore AND visit.at < $growthFrom THEN visit.paid - visit.refunded ELSE 0 END) AS before
}
RETURN client.id AS clientId, client.joinedOn AS joinedOn, client.netRevenue AS netSpend, coalesce(client.owes, 0) AS owes,
  paidVisits, lastPaidAt, periodVisits, quarterVisits, lately - before AS growth,
  COUNT {
    MATCH (client)-[:HAD_VISIT]->(visit)-[:INCLUDED]->(treatment)
    WHERE visit.at <= $asOf AND visit.paid > visit.refunded
    RETURN DISTINCT treatment
  } AS treatments,
  COUNT {
    MATCH (client)-[:MADE]->(referral)-[:OF]->(friend)
    WHERE referral.status <> 'REJECTED' AND referral.retractedAt IS NULL
    RETURN DISTINCT friend
  } AS referred,
  COUNT {
    MATCH (client)-[:MADE]->(referral)
    WHERE referral.credited AND referral.status = 'CONVERTED'
  } AS converted,
  COUNT { (client)-[:ATTENDED]->() } AS attended,
  COUNT {
    MATCH (client)-[attended:ATTENDED]->()
    WHERE attended.contribution > 0
  } AS contributed,
  COUNT {
    MATCH (client)-[:GAVE]->(feedback)
    WHERE coalesce(feedback.direction, 'TO_CLINIC') = 'TO_CLINIC'
  } AS feedbackToClinic,
  COUNT {
    MATCH (client)-[:GAVE]->(feedback)
    WHERE feedback.direction <> 'TO_CLINIC'
  } AS feedbackElsewhere
ORDER BY clientId
