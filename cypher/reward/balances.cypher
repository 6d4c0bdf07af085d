// Sums of clients' lines, one a kind; a clock set back makes nothing pending again that was redeemed. Parameters: $clientIds, $now.
UNWIND $clientIds AS clientId
MATCH (entry:RewardEntry)
WHERE entry.clientId = clientId AND entry.sequence > 0
WITH clientId, collect(entry) AS entries, max(CASE WHEN entry.type = 'REDEMPTION' THEN entry.at END) AS redeemedAt
WITH clientId, entries, CASE WHEN redeemedAt > $now THEN redeemedAt ELSE $now END AS asOf
UNWIND entries AS entry
RETURN clientId, asOf, entry.kind AS kind,
  sum(CASE WHEN entry.availableAt <= asOf THEN entry.amount ELSE 0 END) AS available,
  sum(CASE WHEN entry.availableAt > asOf THEN entry.amount ELSE 0 END) AS pending,
  sum(CASE WHEN entry.type = 'REDEMPTION' THEN -entry.amount ELSE 0 END) AS redeemed,
  count(entry) AS entries
ORDER BY clientId, kind
