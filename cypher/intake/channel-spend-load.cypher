// Sets what was spent on channels by month. Parameters: $rows.
UNWIND $rows AS row
MATCH (channel:Channel {code: row.channel})
USING INDEX SEEK channel:Channel(code)
MERGE (spend:ChannelSpend {key: row.key})
SET spend.month = row.month, spend.amount = row.amount
MERGE (spend)-[:SPENT_ON]->(channel)
RETURN count(spend) AS loaded
