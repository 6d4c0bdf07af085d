// Queues with every other process that changes accounts, so that each looks before it changes. Parameters: none.
// Scan: accounts are as many as the staff who sign in, and are seldom changed.
MATCH (account:Account)
WITH account
ORDER BY account.name
SET account.locked = true
