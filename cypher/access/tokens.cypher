// Every access token in force, to be held in memory. Parameters: none.
// Scan: tokens are a few to an account, and are read once at start.
MATCH (account:Account)-[:HOLDS_TOKEN]->(token:AccessToken)
WHERE token.revokedAt IS NULL
RETURN token.id AS id, account.name AS account, token.name AS name, token.hash AS hash, token.createdAt AS createdAt,
  token.expiresAt AS expiresAt
