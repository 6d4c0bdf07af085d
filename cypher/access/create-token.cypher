// Gives an account an access token, of which only a hash is kept. Parameters: $account, $token.
MATCH (account:Account {name: $account})
CREATE (account)-[:HOLDS_TOKEN]->(token:AccessToken)
SET token = $token
RETURN token.id AS id
