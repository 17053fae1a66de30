-- What staff is told of, by the authority; see core/domain/notices. A row may begin with its end, since facts
-- may arrive in any order: then kind, subject, raised_at and body (that of its entry) are NULL.
CREATE TABLE notice (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT,
    subject BLOB,
    raised_at INTEGER,
    body BLOB,
    over_at INTEGER,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX notice_by_time ON notice (organizer, raised_at) WHERE raised_at IS NOT NULL;
CREATE INDEX notice_open ON notice (organizer) WHERE over_at IS NULL AND raised_at IS NOT NULL;
CREATE INDEX notice_by_subject ON notice (organizer, subject, raised_at) WHERE raised_at IS NOT NULL;
-- What each person wants to be told of; the latest stands. The nil user: whoever works where there are no
-- users yet. `body` is that of its entry.
CREATE TABLE notice_choice (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organizer, user_id)
) STRICT;
-- When the house is told of what; the latest stands.
CREATE TABLE notice_limits (
    organizer BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
-- Up to which notice somebody has read at this computer. No projection.
CREATE TABLE notice_read (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    up_to INTEGER NOT NULL,
    PRIMARY KEY (organizer, user_id)
) STRICT;
-- Those that a provider did not do are few, and are looked for each minute.
CREATE INDEX provider_payment_failed ON provider_payment (organizer, ended_at) WHERE ended = 'failed';
