-- The journal: every fact of the business, append-only, a hash chain per writer and epoch.
-- Everything else except `meta`-like tables is a projection of it.
CREATE TABLE entry (
    organizer BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    position INTEGER,
    PRIMARY KEY (organizer, replica, epoch, sequence)
) STRICT;
CREATE UNIQUE INDEX entry_by_id ON entry (organizer, id);
-- Who writes here: one row. Not a projection: it says which of the replicas this database is.
CREATE TABLE identity (
    organizer BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
-- Heads of the chain as the writer signed them. A bare chain cannot show that its tail was cut off.
CREATE TABLE signed_head (
    organizer BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (organizer, replica, epoch, sequence)
) STRICT;
CREATE TABLE replica (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    series TEXT NOT NULL,
    device_key BLOB NOT NULL,
    authority_key BLOB NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE TABLE certificate (
    organizer BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, content)
) STRICT;
