// What was spent on channels as its file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (spend:ChannelSpend {key: key})-[:SPENT_ON]->(channel:Channel)
USING INDEX SEEK spend:ChannelSpend(key)
RETURN channel.code AS channel, spend.month AS month, spend.amount AS amount
