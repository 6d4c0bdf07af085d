// Moves a referral on, unless its friend has paid already. Parameters: $id, $status, $reason, $now.
MATCH (referral:Referral {id: $id})
SET referral.locked = true
WITH referral, referral.status <> 'CONVERTED' AND referral.retractedAt IS NULL AS open, referral.status AS before
FOREACH (ignored IN CASE WHEN open THEN [1] ELSE [] END |
  SET referral.status = $status, referral.statusAt = $now, referral.reason = coalesce($reason, referral.reason))
RETURN open AS advanced, before AS status
