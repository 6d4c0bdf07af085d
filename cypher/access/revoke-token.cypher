// Ends an access token. Parameters: $id, $revokedAt.
MATCH (token:AccessToken {id: $id})
SET token.revokedAt = $revokedAt
RETURN token.id AS id
