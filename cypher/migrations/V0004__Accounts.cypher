// Who may sign in, and with which tokens.
CREATE CONSTRAINT account_name FOR (account:Account) REQUIRE account.name IS UNIQUE;
CREATE CONSTRAINT access_token_id FOR (token:AccessToken) REQUIRE token.id IS UNIQUE;
CREATE CONSTRAINT access_token_hash FOR (token:AccessToken) REQUIRE token.hash IS UNIQUE;
