// One page of the signatures of packs, latest first. Parameters: $beforeAt, $beforeId, $limit.
MATCH (pack:PolicyPack)
WHERE pack.signedAt <= $beforeAt AND pack.id IS NOT NULL
  AND CASE WHEN pack.signedAt = $beforeAt THEN pack.id < $beforeId ELSE true END
RETURN pack {.*} AS pack
ORDER BY pack.signedAt DESC, pack.id DESC
LIMIT $limit
