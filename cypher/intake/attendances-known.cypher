// Attendances as their file says it. Parameters: $keys.
UNWIND $keys AS key
WITH split(key, '\u001F') AS part
MATCH (activity:Activity {id: part[0]})
USING INDEX SEEK activity:Activity(id)
MATCH (client:Client {id: part[1]})
USING INDEX SEEK client:Client(id)
MATCH (client)-[attended:ATTENDED]->(activity)
RETURN activity.id AS activityId, client.id AS clientId, attended.contribution AS contribution
