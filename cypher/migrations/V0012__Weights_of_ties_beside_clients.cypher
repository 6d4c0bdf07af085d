// What each tie of a client with the staff weighs, beside the client: a departure reads it of everyone a staff member knows.
MATCH (client:Client)
CALL (client) {
  MATCH (client)-[known:KNOWN_BY]->(:Staff)
  WITH client, collect(known.weight) AS weights
  SET client.tieWeights = weights
} IN TRANSACTIONS OF 5000 ROWS;
