// Adds attendances of clients at activities, or what they contributed. Parameters: $rows.
UNWIND $rows AS row
MATCH (activity:Activity {id: row.activityId})
USING INDEX SEEK activity:Activity(id)
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
MERGE (client)-[attended:ATTENDED]->(activity)
SET attended.contribution = row.contribution
RETURN count(attended) AS loaded
