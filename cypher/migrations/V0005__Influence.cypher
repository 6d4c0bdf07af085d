// Versions of the influence rule, runs and the batches their results are kept in.
CREATE CONSTRAINT influence_rule_version FOR (rule:InfluenceRule) REQUIRE rule.version IS UNIQUE;
CREATE CONSTRAINT influence_run_id FOR (run:InfluenceRun) REQUIRE run.id IS UNIQUE;
CREATE CONSTRAINT influence_batch_key FOR (batch:InfluenceBatch) REQUIRE batch.key IS UNIQUE;
CREATE INDEX influence_batch_run FOR (batch:InfluenceBatch) ON (batch.runId, batch.kind, batch.number);
CREATE INDEX influence_run_ended FOR (run:InfluenceRun) ON (run.endedAt);
CREATE INDEX influence_rule_adopted FOR (rule:InfluenceRule) ON (rule.adoptedAt);
