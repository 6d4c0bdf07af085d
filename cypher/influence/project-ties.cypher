// Projects the tie graph: RANKED runs from a friend to who brought her and both ways along bonds, CIRCLED holds each bond once.
// Parameters: $name, $referred, $tied, $attended, $largestActivity.
// Scan: the tie graph holds every client.
MATCH (client:Client)
CALL (client) {
  RETURN null AS other, 'RANKED' AS kind, 1.0 AS weight
  UNION ALL
  MATCH (other:Client)-[:REFERRED]->(client)
  WHERE $referred > 0
  UNWIND ['RANKED', 'CIRCLED'] AS kind
  RETURN other, kind, $referred AS weight
  UNION ALL
  MATCH (client)-[:TIED]-(other:Client)
  WHERE $tied > 0
  RETURN other, 'RANKED' AS kind, $tied AS weight
  UNION ALL
  MATCH (client)-[:TIED]->(other:Client)
  WHERE $tied > 0
  RETURN other, 'CIRCLED' AS kind, $tied AS weight
  UNION ALL
  MATCH (client)-[:ATTENDED]->(activity:Activity)
  WHERE $attended > 0
  WITH client, activity, COUNT { (activity)<-[:ATTENDED]-() } AS guests
  WHERE guests > 1 AND guests <= $largestActivity
  MATCH (activity)<-[:ATTENDED]-(other:Client)
  WHERE other <> client
  UNWIND CASE WHEN client.id < other.id THEN ['RANKED', 'CIRCLED'] ELSE ['RANKED'] END AS kind
  RETURN other, kind, $attended / (guests - 1) AS weight
}
WITH gds.graph.project($name, client, other,
  {relationshipType: kind, relationshipProperties: {weight: weight}},
  {undirectedRelationshipTypes: ['CIRCLED']}) AS projected
RETURN projected.nodeCount AS clients, projected.relationshipCount AS links
