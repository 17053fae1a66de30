-- Imports of orders from other systems. A row may begin with its end.
CREATE TABLE order_import (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    source TEXT,
    title TEXT,
    begun_at INTEGER,
    begun_by BLOB,
    ended_at INTEGER,
    undone_at INTEGER,
    kept INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organizer, id)
) STRICT;
-- Where an order came from that was placed elsewhere.
CREATE TABLE imported_order (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    import BLOB NOT NULL,
    source TEXT NOT NULL,
    external TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    PRIMARY KEY (organizer, sale_order)
) STRICT;
CREATE INDEX imported_order_by_external ON imported_order (organizer, source, external);
CREATE INDEX imported_order_by_import ON imported_order (organizer, import, sale_order);
-- What its papers show there: the beginning of the SHA-256 of the code.
CREATE TABLE imported_ticket (
    organizer BLOB NOT NULL,
    ticket BLOB NOT NULL,
    code BLOB,
    attendee BLOB,
    admitted INTEGER NOT NULL,
    PRIMARY KEY (organizer, ticket)
) STRICT;
CREATE INDEX imported_ticket_by_code ON imported_ticket (organizer, code) WHERE code IS NOT NULL;
