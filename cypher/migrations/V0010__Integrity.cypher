// Declared families, findings about referrals and the orders their queue is read in; conversions in order of time for leaderboards.
CREATE CONSTRAINT family_id FOR (family:Family) REQUIRE family.id IS UNIQUE;
CREATE CONSTRAINT finding_id FOR (finding:Finding) REQUIRE finding.id IS UNIQUE;
CREATE CONSTRAINT finding_key FOR (finding:Finding) REQUIRE finding.key IS UNIQUE;
CREATE INDEX finding_queue FOR (finding:Finding) ON (finding.state, finding.openedAt, finding.id);
CREATE INDEX referral_converted_at FOR (referral:Referral) ON (referral.convertedAt);
