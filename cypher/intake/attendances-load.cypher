// Adds attendances of clients at activities, or what they contributed. Parameters: $rows.
UNWIND $rows AS row
MATCH (activity:Activity {id: row.activityId})
MATCH (client:Client {id: row.clientId})
MERGE (client)-[attended:ATTENDED]->(activity)
SET attended.contribution = row.contribution
RETURN count(attended) AS loaded
