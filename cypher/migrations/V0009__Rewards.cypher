// Signed packs and the append-only ledger: a key pays once, an order without gaps, and what sums are looked up by.
CREATE CONSTRAINT policy_pack_id FOR (pack:PolicyPack) REQUIRE pack.id IS UNIQUE;
CREATE CONSTRAINT policy_pack_in_force FOR (pack:PolicyPack) REQUIRE pack.inForce IS UNIQUE;
CREATE CONSTRAINT reward_ledger_id FOR (ledger:RewardLedger) REQUIRE ledger.id IS UNIQUE;
CREATE CONSTRAINT reward_entry_id FOR (entry:RewardEntry) REQUIRE entry.id IS UNIQUE;
CREATE CONSTRAINT reward_entry_key FOR (entry:RewardEntry) REQUIRE entry.key IS UNIQUE;
CREATE CONSTRAINT reward_entry_sequence FOR (entry:RewardEntry) REQUIRE entry.sequence IS UNIQUE;
CREATE CONSTRAINT reward_approval_id FOR (approval:RewardApproval) REQUIRE approval.id IS UNIQUE;
CREATE INDEX policy_pack_signed FOR (pack:PolicyPack) ON (pack.signedAt, pack.id);
CREATE INDEX reward_entry_client FOR (entry:RewardEntry) ON (entry.clientId, entry.sequence);
CREATE INDEX reward_entry_referral FOR (entry:RewardEntry) ON (entry.referralId);
CREATE INDEX reward_entry_visit FOR (entry:RewardEntry) ON (entry.visitId);
CREATE INDEX reward_entry_period FOR (entry:RewardEntry) ON (entry.referrerId, entry.kind, entry.period);
CREATE INDEX reward_approval_requested FOR (approval:RewardApproval) ON (approval.requestedAt, approval.id);
CREATE INDEX reward_approval_client FOR (approval:RewardApproval) ON (approval.clientId);
