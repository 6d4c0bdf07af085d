// The lines that rest on one referral, in their order. Parameters: $referralId.
MATCH (entry:RewardEntry {referralId: $referralId})
RETURN entry {.*} AS entry
ORDER BY entry.sequence
