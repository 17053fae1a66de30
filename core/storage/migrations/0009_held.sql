-- Places kept back. A row may begin with any of its facts, since they may arrive in any order: then
-- the columns of the placing are still NULL.
CREATE TABLE hold (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    performance BLOB NOT NULL,
    replica BLOB,
    kind TEXT,
    label TEXT,
    customer BLOB,
    code TEXT,
    release_at INTEGER,
    placed_at INTEGER,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX hold_by_code ON hold (organizer, code) WHERE code <> '';
CREATE INDEX hold_by_performance ON hold (organizer, performance);
CREATE INDEX hold_by_release ON hold (organizer, replica, release_at) WHERE release_at IS NOT NULL;
-- How many like places a hold kept and let go; both only grow. A seat is a place of its own, seat -1
-- stands for places without a number.
CREATE TABLE hold_place (
    organizer BLOB NOT NULL,
    hold BLOB NOT NULL,
    performance BLOB NOT NULL,
    seat INTEGER NOT NULL,
    category BLOB NOT NULL,
    type BLOB NOT NULL,
    quotas BLOB NOT NULL,
    placed INTEGER NOT NULL DEFAULT 0,
    released INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organizer, hold, seat, category, type, quotas)
) STRICT;
CREATE INDEX hold_place_by_seat ON hold_place (organizer, performance, seat) WHERE placed > released;
-- An entry that holds or releases counts once, however often it is applied.
CREATE TABLE hold_change (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE TABLE waiting (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    performance BLOB,
    customer BLOB,
    count INTEGER,
    category BLOB,
    at INTEGER,
    ended_at INTEGER,
    reason TEXT,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX waiting_by_performance ON waiting (organizer, performance, at) WHERE ended_at IS NULL;
