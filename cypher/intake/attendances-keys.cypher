// One page of the keys of attendances. Parameters: $after, $limit.
WITH split($after, '\u001F') AS after
MATCH (activity:Activity)
WHERE activity.id >= after[0]
MATCH (client:Client)-[:ATTENDED]->(activity)
WHERE activity.id > after[0] OR client.id > after[1]
RETURN activity.id + '\u001F' + client.id AS key
ORDER BY activity.id, client.id
LIMIT $limit
