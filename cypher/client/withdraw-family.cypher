// Takes a declared family back, unless that was done before. Parameters: $id, $by, $now.
MATCH (family:Family {id: $id})
SET family.locked = true
WITH family
WHERE family.withdrawnAt IS NULL
SET family.withdrawnAt = $now, family.withdrawnBy = $by
RETURN family.id AS id
