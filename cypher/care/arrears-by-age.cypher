// What is not paid of visits within some spans of time. Parameters: $ages.
MATCH (client:Client)
WHERE client.owes > 0
MATCH (client)-[:HAD_VISIT]->(visit:Visit)
WHERE visit.charged > visit.paid
WITH visit.at AS at, visit.charged - visit.paid AS owed
WITH head([age IN $ages WHERE at >= age.from AND at < age.to | age.name]) AS age, owed
RETURN age, count(*) AS visits, sum(owed) AS owed
