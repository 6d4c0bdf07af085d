// One page of the keys of referrals. Parameters: $after, $limit.
MATCH (referral:Referral)
WHERE referral.id > $after
RETURN referral.id AS key
ORDER BY referral.id
LIMIT $limit
