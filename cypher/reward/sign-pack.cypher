// Puts a pack in force and ends the one before. Parameters: $pack, $by, $now.
OPTIONAL MATCH (before:PolicyPack {inForce: true})
SET before.endedAt = $now, before.endedBy = $by
REMOVE before.inForce
WITH count(before) AS ended
CREATE (pack:PolicyPack)
SET pack = $pack, pack.inForce = true
RETURN pack {.*} AS pack
