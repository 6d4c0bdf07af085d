// One page of the channels in order of code. Parameters: $after, $limit.
MATCH (channel:Channel)
WHERE channel.code > $after
RETURN channel.code AS code, channel.name AS name
ORDER BY channel.code
LIMIT $limit
