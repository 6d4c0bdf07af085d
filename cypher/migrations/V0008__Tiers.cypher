// Versions of the tier rule, runs, and the batches that inputs and decisions are kept in for good.
CREATE CONSTRAINT tier_rule_version FOR (rule:TierRule) REQUIRE rule.version IS UNIQUE;
CREATE CONSTRAINT tier_run_id FOR (run:TierRun) REQUIRE run.id IS UNIQUE;
CREATE CONSTRAINT tier_run_number FOR (run:TierRun) REQUIRE run.number IS UNIQUE;
CREATE CONSTRAINT tier_batch_key FOR (batch:TierBatch) REQUIRE batch.key IS UNIQUE;
CREATE INDEX tier_batch_first FOR (batch:TierBatch) ON (batch.runId, batch.firstId);
CREATE INDEX tier_batch_number FOR (batch:TierBatch) ON (batch.runId, batch.number);
