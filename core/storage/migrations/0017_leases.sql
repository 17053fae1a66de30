-- A lease is known by the entry that gave it, so that what is returned of it names it: lease and
-- return may then come in any order, and the same seats may be leased again.
ALTER TABLE seat_lease RENAME TO seat_lease_before;
CREATE TABLE seat_lease (
    organizer BLOB NOT NULL,
    performance BLOB NOT NULL,
    lease BLOB NOT NULL,
    replica BLOB NOT NULL,
    first_seat INTEGER NOT NULL,
    last_seat INTEGER NOT NULL,
    PRIMARY KEY (organizer, performance, lease, first_seat)
) STRICT;
INSERT INTO seat_lease (organizer, performance, lease, replica, first_seat, last_seat)
SELECT b.organizer, b.performance, e.id, b.replica, b.first_seat, b.last_seat
FROM entry e CROSS JOIN seat_lease_before b
WHERE e.kind = 'seats.leased' AND e.organizer = b.organizer AND instr(e.body, b.performance) > 0;
DROP TABLE seat_lease_before;
