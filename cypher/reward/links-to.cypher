// The credited links to some friends, and what of the two a pack asks about. Parameters: $friendIds.
UNWIND $friendIds AS friendId
MATCH (referrer:Client)-[link:REFERRED]->(friend:Client {id: friendId})
MATCH (referral:Referral {id: link.referralId})
RETURN referral.id AS referralId, referrer.id AS referrerId, friend.id AS friendId, referral.occurredOn AS occurredOn,
  referral.recordedAt AS recordedAt, referral.afterFirstVisit AS afterFirstVisit,
  EXISTS { (referrer)-[:WORKS_AS]->(:Staff) } OR EXISTS { (friend)-[:WORKS_AS]->(:Staff) } AS staff,
  EXISTS {
    MATCH (referrer)-[tie:TIED]-(:Client)-[:WORKS_AS]->(:Staff)
    WHERE tie.kind IN ['KIN', 'PARTNER']
  } OR EXISTS {
    MATCH (friend)-[tie:TIED]-(:Client)-[:WORKS_AS]->(:Staff)
    WHERE tie.kind IN ['KIN', 'PARTNER']
  } OR EXISTS {
    MATCH (referrer)-[:BELONGS_TO]->(family:Family)<-[:BELONGS_TO]-(:Client)-[:WORKS_AS]->(:Staff)
    WHERE family.withdrawnAt IS NULL
  } OR EXISTS {
    MATCH (friend)-[:BELONGS_TO]->(family:Family)<-[:BELONGS_TO]-(:Client)-[:WORKS_AS]->(:Staff)
    WHERE family.withdrawnAt IS NULL
  } AS staffHousehold
