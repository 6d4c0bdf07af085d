// What was spent on each channel in a range of months. Parameters: $from, $to.
// Scan: a clinic has one node a channel and month.
MATCH (spend:ChannelSpend)-[:SPENT_ON]->(channel:Channel)
WHERE spend.month >= $from AND spend.month <= $to
RETURN channel.code AS channel, sum(spend.amount) AS amount
