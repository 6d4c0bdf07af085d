// Channels as their file says it. Parameters: $keys.
UNWIND $keys AS key
MATCH (channel:Channel {code: key})
USING INDEX SEEK channel:Channel(code)
RETURN channel.code AS code, channel.name AS name
