// Attendances as their file says it. Parameters: $keys.
UNWIND $keys AS key
WITH split(key, '\u001F') AS part
MATCH (activity:Activity {id: part[0]})
MATCH (client:Client {id: part[1]})
MATCH (client)-[attended:ATTENDED]->(activity)
RETURN activity.id AS activityId, client.id AS clientId, attended.contribution AS contribution
