-- What gates did: every scan that named a ticket, admitted or refused. The first admission stands.
CREATE TABLE scan (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    ticket BLOB NOT NULL,
    performance BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    gate TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX scan_by_ticket ON scan (organizer, ticket);
