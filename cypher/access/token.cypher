// The access token of a hash, unless it was revoked. Parameters: $hash.
MATCH (account:Account)-[:HOLDS_TOKEN]->(token:AccessToken {hash: $hash})
WHERE token.revokedAt IS NULL
RETURN token.id AS id, account.name AS account, token.name AS name, token.hash AS hash, token.createdAt AS createdAt,
  token.expiresAt AS expiresAt
