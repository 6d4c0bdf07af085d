// The credited link to a friend, and what of the two a pack asks about. Parameters: $friendId.
MATCH (referrer:Client)-[link:REFERRED]->(friend:Client {id: $friendId})
MATCH (referral:Referral {id: link.referralId})
RETURN referral.id AS referralId, referrer.id AS referrerId, friend.id AS friendId, referral.occurredOn AS occurredOn,
  referral.recordedAt AS recordedAt, referral.afterFirstVisit AS afterFirstVisit,
  EXISTS { (referrer)-[:WORKS_AS]->(:Staff) } OR EXISTS { (friend)-[:WORKS_AS]->(:Staff) } AS staff,
  EXISTS {
    MATCH (referrer)-[tie:TIED]-(near:Client)-[:WORKS_AS]->(:Staff)
    WHERE tie.kind IN ['KIN', 'PARTNER']
  } OR EXISTS {
    MATCH (friend)-[tie:TIED]-(near:Client)-[:WORKS_AS]->(:Staff)
    WHERE tie.kind IN ['KIN', 'PARTNER']
  } AS staffHousehold
