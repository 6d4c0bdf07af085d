// The credited links of some clients with what the checks need of both sides, the latest of each; streamed. Parameters: $ids, $most, $zone.
UNWIND $ids AS id
MATCH (referrer:Client {id: id})
CALL (referrer) {
  MATCH (referrer)-[link:REFERRED]->(friend:Client)
  RETURN link, friend
  ORDER BY link.validFrom DESC, link.referralId DESC
  LIMIT $most
}
RETURN referrer {.id, .phone, .name, .birthDate} AS referrer,
  head(COLLECT { MATCH (above:Client)-[:REFERRED]->(referrer) RETURN above {.id, .phone, .name, .birthDate} }) AS above,
  friend {.id, .phone, .name, .birthDate} AS friend,
  link.referralId AS referralId, link.validFrom AS day,
  EXISTS {
    MATCH (friend)-[:HAD_VISIT]->(visit:Visit)
    WHERE visit.paid > 0 AND visit.at < datetime({date: link.validFrom, timezone: $zone})
  } AS paidBefore
