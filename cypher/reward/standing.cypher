// What links and their referrers have earned and their friends paid so far, a row for each occasion in their order. Parameters: $occasions.
// What a friend paid is what visits rewarded under her link come to net.
UNWIND $occasions AS occasion
RETURN
  COUNT {
    MATCH (entry:RewardEntry) WHERE entry.key IN [occasion.key + '|REFERRER', occasion.key + '|FRIEND']
  } > 0 AS posted,
  reduce(sum = 0, amount IN COLLECT {
    MATCH (entry:RewardEntry {referralId: occasion.referralId})
    WHERE entry.kind = occasion.kind AND entry.basis <> 'PRIZE'
    RETURN entry.amount
  } | sum + amount) AS linkBefore,
  reduce(sum = 0, amount IN COLLECT {
    MATCH (entry:RewardEntry {referrerId: occasion.referrerId, kind: occasion.kind, period: occasion.period})
    WHERE entry.basis <> 'PRIZE'
    RETURN entry.amount
  } | sum + amount) AS periodBefore,
  reduce(sum = 0, net IN COLLECT {
    MATCH (entry:RewardEntry {referralId: occasion.referralId})
    WHERE entry.basis = 'VISIT' AND entry.lead
    MATCH (visit:Visit {id: entry.visitId})
    RETURN visit.paid - visit.refunded
  } | sum + net) AS spendBefore
