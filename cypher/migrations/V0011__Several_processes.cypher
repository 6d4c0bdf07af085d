// The processes that share the database, and what they tell each other.
CREATE CONSTRAINT process_id FOR (process:Process) REQUIRE process.id IS UNIQUE;
CREATE CONSTRAINT change_number FOR (change:Change) REQUIRE (change.process, change.sequence) IS UNIQUE;
CREATE INDEX change_at FOR (change:Change) ON (change.at);
