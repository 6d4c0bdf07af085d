// Adds an account; the name's constraint refuses a second one. Parameters: $account.
CREATE (account:Account)
SET account = $account
