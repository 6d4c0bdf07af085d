// One page of the keys of ties. Parameters: $after, $limit.
WITH split($after, '\u001F') AS after
MATCH (client:Client)
WHERE client.id >= after[0]
MATCH (client)-[tie:TIED]->(other:Client)
WHERE client.id > after[0]
  OR other.id > after[1]
  OR (other.id = after[1] AND tie.kind > after[2])
RETURN client.id + '\u001F' + other.id + '\u001F' + tie.kind AS key
ORDER BY client.id, other.id, tie.kind
LIMIT $limit
