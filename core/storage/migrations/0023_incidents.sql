-- What counters that could not hear each other brought about: for the conflict desk.
-- The incidents that there are: a function of the facts, worked out anew whenever one of them
-- changes, so it does not matter in which order they arrive. `facts`: ids of tickets, scans, orders
-- or entries, by kind, one after the other; `size`: of a quota, how many too many.
CREATE TABLE incident (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    at INTEGER NOT NULL,
    facts BLOB NOT NULL,
    size INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX incident_open ON incident (organizer, at) WHERE is_open = 1;
CREATE INDEX incident_of_quota ON incident (organizer, subject) WHERE kind = 'quota_oversold';
-- What was done about them, one row per entry; those of an incident that is gone stay.
CREATE TABLE incident_act (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    incident BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    actor BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    act TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts BLOB NOT NULL,
    size INTEGER NOT NULL,
    sale_order BLOB,
    amount INTEGER,
    currency TEXT,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX incident_act_by_incident ON incident_act (organizer, incident);
CREATE INDEX incident_act_by_time ON incident_act (organizer, at);
-- Which value each edit of a field replaced. Two that replaced the same one were made without
-- knowing of each other. `digest`: SHA-256 of the new value; the value itself is in the entry.
CREATE TABLE catalogue_edit (
    organizer BLOB NOT NULL,
    entity BLOB NOT NULL,
    field TEXT NOT NULL,
    over_at INTEGER NOT NULL,
    over_by BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    entry BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (organizer, entity, field, over_at, over_by, at, replica)
) STRICT;
-- A copy of the field of each quota, so that SQL can compare it with what was sold. Those that are
-- there already are filled in by core/storage/migrator.cpp: SQL does not read their fields.
CREATE TABLE quota_capacity (
    organizer BLOB NOT NULL,
    quota BLOB NOT NULL,
    capacity INTEGER NOT NULL,
    PRIMARY KEY (organizer, quota)
) STRICT;
-- Every edit by which somebody may have been shut out or let in: what it set, NULL where nothing, and
-- whether they are out after it, worked out from all of them.
CREATE TABLE user_standing (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    entry BLOB NOT NULL,
    actor BLOB NOT NULL,
    active INTEGER,
    has_role INTEGER,
    is_out INTEGER NOT NULL,
    PRIMARY KEY (organizer, user_id, at, replica)
) STRICT, WITHOUT ROWID;
-- What people did that moves money or lets others act, by their own time. Of sales only those of
-- people who were shut out: sale_order has them all, and a sale of anybody else writes no row here.
-- `fact`: an order that was sold, or an entry. `currency`: empty where no money moved.
CREATE TABLE user_act (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    fact BLOB NOT NULL,
    replica BLOB NOT NULL,
    kind TEXT NOT NULL,
    sale_order BLOB,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (organizer, user_id, at, fact)
) STRICT, WITHOUT ROWID;
-- Where in its counter's chain a sale stands: whether a write-off came before it.
ALTER TABLE sale_order ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale_order ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
UPDATE sale_order SET epoch = entry.epoch, sequence = entry.sequence FROM entry
    WHERE entry.organizer = sale_order.organizer AND entry.replica = sale_order.replica
    AND entry.at = sale_order.at AND entry.kind = 'order.placed';
CREATE INDEX sale_order_by_writer ON sale_order (organizer, replica, epoch, sequence);
-- All tickets of a seat, void ones too: a void one may have been let in.
DROP INDEX ticket_by_seat;
CREATE INDEX ticket_by_seat ON ticket (organizer, performance, seat, voided_at) WHERE seat IS NOT NULL;
