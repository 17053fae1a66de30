-- The tables of an organizer as they were at a position of the feed: compressed, in parts, signed by
-- its authority. On a server what new counters fetch, for some hours; on a counter what it began
-- with, from which its tables can be made anew. No projections.
CREATE TABLE snapshot (
    organizer BLOB NOT NULL,
    hash BLOB NOT NULL,
    manifest BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    -- On a server since when all its parts are here, on a counter since when its tables are filled
    -- from it. Before that parts may be missing.
    ready_at INTEGER,
    PRIMARY KEY (organizer, hash)
) STRICT;
CREATE TABLE snapshot_part (
    organizer BLOB NOT NULL,
    hash BLOB NOT NULL,
    number INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, hash, number)
) STRICT;
-- Customers' keys on their way to the other counters. On a server each has a number, in the order in
-- which counters hear of them; on a counter `given` says that the server has it.
ALTER TABLE customer_key ADD COLUMN number INTEGER;
ALTER TABLE customer_key ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
CREATE INDEX customer_key_by_number ON customer_key (organizer, number) WHERE number IS NOT NULL;
CREATE INDEX customer_key_to_give ON customer_key (organizer) WHERE given = 0;
-- The last number that a server gave: numbers only grow, though erasing takes keys and their numbers
-- away.
CREATE TABLE customer_key_number (
    organizer BLOB NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
-- How far a counter has heard of them, and in which life of its server.
CREATE TABLE customer_key_state (
    organizer BLOB NOT NULL,
    life INTEGER NOT NULL,
    after INTEGER NOT NULL,
    PRIMARY KEY (organizer)
) STRICT;
