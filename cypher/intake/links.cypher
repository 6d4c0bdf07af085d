// One page of the credited links, by friend. Parameters: $after, $limit.
MATCH (referrer:Client)-[link:REFERRED]->(referred:Client)
WHERE link.referredId > $after
RETURN referrer.id AS referrerId, link.referredId AS referredId
ORDER BY link.referredId
LIMIT $limit
