// How many referrals there are. Parameters: none.
MATCH (referral:Referral)
RETURN count(referral) AS referrals
