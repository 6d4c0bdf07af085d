// Every account, to be held in memory. Parameters: none.
// Scan: accounts are as many as the staff who sign in, and are read once at start.
MATCH (account:Account)
RETURN account.name AS name, account.level AS level, account.staffId AS staffId, account.passwordHash AS passwordHash,
  account.active AS active, account.version AS version, account.createdAt AS createdAt
