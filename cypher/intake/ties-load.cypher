// Adds ties between clients or their beginning. Parameters: $rows.
UNWIND $rows AS row
MATCH (client:Client {id: row.clientId})
USING INDEX SEEK client:Client(id)
MATCH (other:Client {id: row.otherId})
USING INDEX SEEK other:Client(id)
MERGE (client)-[tie:TIED {kind: row.kind}]->(other)
SET tie.since = row.since
RETURN count(tie) AS loaded
