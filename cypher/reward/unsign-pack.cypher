// Ends the signature in force. Parameters: $by, $reason, $now.
MATCH (pack:PolicyPack {inForce: true})
SET pack.endedAt = $now, pack.endedBy = $by, pack.endedBecause = $reason
REMOVE pack.inForce
RETURN pack {.*} AS pack
