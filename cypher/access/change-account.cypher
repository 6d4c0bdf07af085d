// Replaces what may change of an account; its version tells sessions that they are stale. Parameters: $name, $level, $passwordHash, $active, $version.
MATCH (account:Account {name: $name})
SET account.level = $level, account.passwordHash = $passwordHash, account.active = $active, account.version = $version
RETURN account.name AS name
