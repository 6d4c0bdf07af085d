// Keys and orders of follow-ups, feedback, surveys, exits and of what is kept of clients' activity.
CREATE CONSTRAINT follow_up_id FOR (followUp:FollowUp) REQUIRE followUp.id IS UNIQUE;
CREATE CONSTRAINT follow_up_plan_category FOR (plan:FollowUpPlan) REQUIRE plan.category IS UNIQUE;
CREATE CONSTRAINT exit_id FOR (exit:Exit) REQUIRE exit.id IS UNIQUE;
CREATE INDEX follow_up_due FOR (followUp:FollowUp) ON (followUp.state, followUp.dueAt);
CREATE INDEX feedback_kind FOR (feedback:Feedback) ON (feedback.kind, feedback.openedAt);
CREATE INDEX survey_answer_at FOR (answer:SurveyAnswer) ON (answer.at);
CREATE INDEX exit_at FOR (exit:Exit) ON (exit.at);
CREATE INDEX client_last_paid_at FOR (client:Client) ON (client.lastPaidAt);
CREATE INDEX client_owes FOR (client:Client) ON (client.owes);
