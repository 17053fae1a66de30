-- What was done to a date after it was made: cancelled, postponed, moved. A fact for itself, beside the fields
-- of the performance, so that refunds and mails can hang on it. Times are milliseconds UTC.
CREATE TABLE date_change (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    performance BLOB NOT NULL,
    event BLOB NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    starts_before INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX date_change_by_event ON date_change (organizer, event, at);
