// One account as it is now. Parameters: $name.
MATCH (account:Account {name: $name})
RETURN account.name AS name, account.level AS level, account.staffId AS staffId, account.passwordHash AS passwordHash,
  account.active AS active, account.version AS version, account.createdAt AS createdAt
