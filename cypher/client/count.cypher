// How many clients there are. Parameters: none.
MATCH (client:Client)
RETURN count(client) AS clients
