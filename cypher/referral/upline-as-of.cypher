// A client's chain of referrers as it stood, nearest first. Parameters: $clientId, $valid, $known.
// Unbounded: one walk up a chain, which is as long as the chain is.
MATCH (client:Client {id: $clientId})
  (()<-[links:REFERRED|ONCE_REFERRED WHERE links.validFrom <= $valid AND links.recordedAt <= $known
    AND (links.retractedAt IS NULL OR links.retractedAt > $known)]-()){1,}
  (above:Client)
RETURN above.id AS clientId, size(links) AS generation, last(links).referralId AS referralId
ORDER BY generation
