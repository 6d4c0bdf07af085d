// Constraints and indexes for every key the statements look things up by.
CREATE CONSTRAINT client_id FOR (client:Client) REQUIRE client.id IS UNIQUE;
CREATE CONSTRAINT staff_id FOR (staff:Staff) REQUIRE staff.id IS UNIQUE;
CREATE CONSTRAINT treatment_code FOR (treatment:Treatment) REQUIRE treatment.code IS UNIQUE;
CREATE CONSTRAINT channel_code FOR (channel:Channel) REQUIRE channel.code IS UNIQUE;
CREATE CONSTRAINT channel_spend_key FOR (spend:ChannelSpend) REQUIRE spend.key IS UNIQUE;
CREATE CONSTRAINT visit_id FOR (visit:Visit) REQUIRE visit.id IS UNIQUE;
CREATE CONSTRAINT refund_id FOR (refund:Refund) REQUIRE refund.id IS UNIQUE;
CREATE CONSTRAINT referral_id FOR (referral:Referral) REQUIRE referral.id IS UNIQUE;
CREATE CONSTRAINT touchpoint_id FOR (touchpoint:Touchpoint) REQUIRE touchpoint.id IS UNIQUE;
CREATE CONSTRAINT feedback_id FOR (feedback:Feedback) REQUIRE feedback.id IS UNIQUE;
CREATE CONSTRAINT survey_answer_id FOR (answer:SurveyAnswer) REQUIRE answer.id IS UNIQUE;
CREATE CONSTRAINT activity_id FOR (activity:Activity) REQUIRE activity.id IS UNIQUE;
CREATE CONSTRAINT referred_once FOR ()-[link:REFERRED]-() REQUIRE link.referredId IS UNIQUE;
CREATE CONSTRAINT referral_code FOR (code:ReferralCode) REQUIRE code.code IS UNIQUE;
CREATE CONSTRAINT idempotency_key_name FOR (key:IdempotencyKey) REQUIRE key.name IS UNIQUE;
CREATE CONSTRAINT referral_tree_id FOR (tree:ReferralTree) REQUIRE tree.id IS UNIQUE;
CREATE INDEX idempotency_key_at FOR (key:IdempotencyKey) ON (key.at);
CREATE INDEX client_name FOR (client:Client) ON (client.name, client.id);
CREATE INDEX client_joined_on FOR (client:Client) ON (client.joinedOn, client.id);
CREATE INDEX client_net_revenue FOR (client:Client) ON (client.netRevenue, client.id);
CREATE INDEX client_created_at FOR (client:Client) ON (client.createdAt);
CREATE INDEX visit_at FOR (visit:Visit) ON (visit.at);
CREATE INDEX refund_at FOR (refund:Refund) ON (refund.at);
CREATE INDEX touchpoint_at FOR (touchpoint:Touchpoint) ON (touchpoint.at);
CREATE INDEX referral_occurred_on FOR (referral:Referral) ON (referral.occurredOn);
CREATE FULLTEXT INDEX client_search FOR (client:Client) ON EACH [client.searchKeys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
