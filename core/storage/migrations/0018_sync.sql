-- Rights that go to and fro between an authority and counters, and what each side keeps to sync.
CREATE TABLE seat_return (
    organizer BLOB NOT NULL,
    performance BLOB NOT NULL,
    entry BLOB NOT NULL,
    lease BLOB NOT NULL,
    replica BLOB NOT NULL,
    first_seat INTEGER NOT NULL,
    last_seat INTEGER NOT NULL,
    PRIMARY KEY (organizer, performance, entry, first_seat)
) STRICT;
CREATE INDEX allotment_by_replica ON allotment (organizer, replica);
-- What the authority asks a holder to give back, and the answers.
CREATE TABLE recall (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    holder BLOB NOT NULL,
    performance BLOB NOT NULL,
    keep INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX recall_by_holder ON recall (organizer, holder);
CREATE TABLE recall_answer (
    organizer BLOB NOT NULL,
    recall BLOB NOT NULL,
    entry BLOB NOT NULL,
    PRIMARY KEY (organizer, recall, entry)
) STRICT;
-- Counters that were given up, and up to which of their entries they were known then.
CREATE TABLE write_off (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX write_off_by_replica ON write_off (organizer, replica);
-- Who was made the authority, and when; the last one by (at, entry) is.
CREATE TABLE authority (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    replica BLOB NOT NULL,
    key BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
-- From here on no projections. The order in which an authority accepted entries, per organizer; its
-- row is the lock under which positions are given.
CREATE TABLE feed (
    organizer BLOB NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
CREATE UNIQUE INDEX entry_by_position ON entry (organizer, position) WHERE position IS NOT NULL;
-- What an authority answered to a wish for rights, so that a repeated wish gets the same answer.
CREATE TABLE rights_answer (
    organizer BLOB NOT NULL,
    wish BLOB NOT NULL,
    holder BLOB NOT NULL,
    answer BLOB NOT NULL,
    PRIMARY KEY (organizer, wish)
) STRICT;
-- Which series of order codes the authority gave to which replica.
CREATE TABLE series_given (
    organizer BLOB NOT NULL,
    series TEXT NOT NULL,
    replica BLOB NOT NULL,
    PRIMARY KEY (organizer, series)
) STRICT;
-- Entries of a chain that forked or could not be joined: kept as they came, to be looked at.
CREATE TABLE stray_entry (
    organizer BLOB NOT NULL,
    hash BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    why TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, hash)
) STRICT;
-- The server that a counter joined.
CREATE TABLE membership (
    organizer BLOB NOT NULL,
    url TEXT NOT NULL,
    pin BLOB NOT NULL,
    device BLOB NOT NULL,
    authority BLOB NOT NULL,
    authority_key BLOB NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
-- How far a counter is: what it has heard of, and what the authority has of its own entries.
CREATE TABLE sync_state (
    organizer BLOB NOT NULL,
    pulled INTEGER NOT NULL,
    sent_epoch INTEGER NOT NULL,
    sent_sequence INTEGER NOT NULL,
    contact_at INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
-- Why the authority does not take the next entry of a counter: it stays in the outbox, visible.
CREATE TABLE outbox_problem (
    organizer BLOB NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
