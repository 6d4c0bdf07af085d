// Long work in the background: one job of a kind runs at a time, and the store itself sees to it.
CREATE CONSTRAINT job_id FOR (job:Job) REQUIRE job.id IS UNIQUE;
CREATE CONSTRAINT job_running FOR (job:Job) REQUIRE job.running IS UNIQUE;
CREATE INDEX job_started_at FOR (job:Job) ON (job.startedAt, job.id);
