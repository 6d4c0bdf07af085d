// One page of the keys of channel spend. Parameters: $after, $limit.
MATCH (spend:ChannelSpend)
WHERE spend.key > $after
RETURN spend.key AS key
ORDER BY spend.key
LIMIT $limit
