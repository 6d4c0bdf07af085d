// The credited links of some clients with what the checks need of both sides, the latest of each; streamed. Parameters: $ids, $most, $zone.
UNWIND $ids AS id
MATCH (referrer:Client {id: id})
CALL (referrer) {
  MATCH (referrer)-[link:REFERRED]->(friend:Client)
  RETURN link, friend
  ORDER BY link.validFrom DESC, link.referralId DESC
  LIMIT $most
}
// A link that is retracted while this reads has lost its day: it is no longer one of theirs.
WITH referrer, friend, link.referralId AS referralId, link.validFrom AS day
WHERE day IS NOT NULL
RETURN referrer {.id, .phone, .name, .birthDate} AS referrer,
  head(COLLECT { MATCH (above:Client)-[:REFERRED]->(referrer) RETURN above {.id, .phone, .name, .birthDate} }) AS above,
  friend {.id, .phone, .name, .birthDate} AS friend,
  referralId, day,
  EXISTS {
    MATCH (friend)-[:HAD_VISIT]->(visit:Visit)
    WHERE visit.paid > 0 AND visit.at < datetime({date: day, timezone: $zone})
  } AS paidBefore
