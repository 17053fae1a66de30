-- What a server has to do outside of requests. A server's own table, no projection. To be done while
-- it has not ended; taken by nobody else before due_at, which a worker moves ahead while it works.
CREATE TABLE job (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    worker BLOB,
    problem TEXT NOT NULL,
    ended_at INTEGER,
    outcome TEXT,
    PRIMARY KEY (organizer, id)
) STRICT;
-- Who asks for the same thing twice, after a crash perhaps, gets it once.
CREATE UNIQUE INDEX job_by_key ON job (organizer, kind, key);
CREATE INDEX job_due ON job (due_at) WHERE ended_at IS NULL;
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
-- What comes again and again: each time it does is a job.
CREATE TABLE schedule (
    organizer BLOB NOT NULL,
    name TEXT NOT NULL,
    cron TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (organizer, name)
) STRICT;
CREATE INDEX schedule_due ON schedule (next_at);
