// What a link and its referrer have earned so far, and what the friend has paid net at visits rewarded under the link.
// Parameters: $referralId, $referrerId, $kind, $period, $key.
RETURN
  COUNT { MATCH (entry:RewardEntry) WHERE entry.key IN [$key + '|REFERRER', $key + '|FRIEND'] } > 0 AS posted,
  reduce(sum = 0, amount IN COLLECT {
    MATCH (entry:RewardEntry {referralId: $referralId})
    WHERE entry.kind = $kind AND entry.basis <> 'PRIZE'
    RETURN entry.amount
  } | sum + amount) AS linkBefore,
  reduce(sum = 0, amount IN COLLECT {
    MATCH (entry:RewardEntry {referrerId: $referrerId, kind: $kind, period: $period})
    WHERE entry.basis <> 'PRIZE'
    RETURN entry.amount
  } | sum + amount) AS periodBefore,
  reduce(sum = 0, net IN COLLECT {
    MATCH (entry:RewardEntry {referralId: $referralId})
    WHERE entry.basis = 'VISIT' AND entry.lead
    MATCH (visit:Visit {id: entry.visitId})
    RETURN visit.paid - visit.refunded
  } | sum + net) AS spendBefore
