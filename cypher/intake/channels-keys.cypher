// One page of the keys of channels. Parameters: $after, $limit.
MATCH (channel:Channel)
WHERE channel.code > $after
RETURN channel.code AS key
ORDER BY channel.code
LIMIT $limit
