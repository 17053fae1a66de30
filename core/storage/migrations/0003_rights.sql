-- Who may sell what: per quota and replica four counts that only grow (a bounded counter), and per
-- performance the runs of seats that a replica alone may sell.
CREATE TABLE allotment (
    organizer BLOB NOT NULL,
    quota BLOB NOT NULL,
    replica BLOB NOT NULL,
    granted INTEGER NOT NULL DEFAULT 0,
    returned INTEGER NOT NULL DEFAULT 0,
    spent INTEGER NOT NULL DEFAULT 0,
    regained INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organizer, quota, replica)
) STRICT;
-- An entry that grants or returns counts once, however often it is applied.
CREATE TABLE allotment_change (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE TABLE seat_lease (
    organizer BLOB NOT NULL,
    performance BLOB NOT NULL,
    replica BLOB NOT NULL,
    first_seat INTEGER NOT NULL,
    last_seat INTEGER NOT NULL,
    PRIMARY KEY (organizer, performance, replica, first_seat, last_seat)
) STRICT;
