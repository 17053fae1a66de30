-- Who has to report to a server that was restored from a backup, before it gives out rights again;
-- and the last position of the feed that the backup knew. No projection.
CREATE TABLE report_due (
    organizer BLOB NOT NULL,
    replica BLOB NOT NULL,
    after_position INTEGER NOT NULL,
    PRIMARY KEY (organizer, replica)
) STRICT;
