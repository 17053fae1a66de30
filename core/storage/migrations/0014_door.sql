-- What the doors know of a ticket: worked out from its scans, so that neither a verdict nor a count
-- reads the history. `inside`: let in after it was let out last.
CREATE TABLE door_state (
    organizer BLOB NOT NULL,
    ticket BLOB NOT NULL,
    performance BLOB NOT NULL,
    first_at INTEGER NOT NULL,
    first_gate TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    last_gate TEXT NOT NULL,
    inside INTEGER NOT NULL,
    PRIMARY KEY (organizer, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX door_state_by_performance ON door_state (organizer, performance, inside);
-- Admissions and check-outs that were a mistake, by the entry that made them.
CREATE TABLE admission_undo (
    organizer BLOB NOT NULL,
    scan BLOB NOT NULL,
    entry BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organizer, scan, entry)
) STRICT;
-- Of a code that names no ticket that can be trusted: the first bytes of its SHA-256, so that the
-- same one is known again. Of what somebody let in by hand: why.
ALTER TABLE scan ADD COLUMN code_hash BLOB;
ALTER TABLE scan ADD COLUMN note TEXT NOT NULL DEFAULT '';
