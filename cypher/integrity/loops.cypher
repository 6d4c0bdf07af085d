// Referrals that some clients made without credit and that others, of at most five clients together, lead back from. Parameters: $ids.
// Unbounded: four steps up at most, where hardly anyone has more than one referral to her name.
UNWIND $ids AS id
MATCH (referrer:Client {id: id})-[:MADE]->(claim:Referral)-[:OF]->(friend:Client)
WHERE claim.credited = false AND referrer <> friend
MATCH ANY SHORTEST (referrer)
  ((lower:Client)<-[:OF]-(claims:Referral)<-[:MADE]-(upper:Client)){1,4}
  (friend)
RETURN [client IN lower | client.id] + [friend.id] AS clientIds,
  [other IN claims | other.id] + [claim.id] AS referralIds,
  claim.retractedAt IS NOT NULL OR any(other IN claims WHERE other.retractedAt IS NOT NULL) AS retracted
