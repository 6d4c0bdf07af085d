// Ends all access tokens of an account that are in force. Parameters: $account, $revokedAt.
MATCH (account:Account {name: $account})-[:HOLDS_TOKEN]->(token:AccessToken)
WHERE token.revokedAt IS NULL
SET token.revokedAt = $revokedAt
