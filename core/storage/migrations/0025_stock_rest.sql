-- Stock that a counter gives back, or gave back, and does not fetch again by itself before its next
-- shift begins; the nil performance stands for all. No projection: it is about one counter.
CREATE TABLE stock_rest (
    organizer BLOB NOT NULL,
    performance BLOB NOT NULL,
    is_due INTEGER NOT NULL,
    PRIMARY KEY (organizer, performance)
) STRICT;
-- What one counter was leased, of all performances: for when it gives back what is left.
CREATE INDEX seat_lease_by_replica ON seat_lease (organizer, replica, performance);
