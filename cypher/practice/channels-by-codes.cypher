// Channels by code. Parameters: $codes.
UNWIND $codes AS code
MATCH (channel:Channel {code: code})
RETURN channel.code AS code, channel.name AS name
