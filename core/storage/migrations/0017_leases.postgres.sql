-- As 0017_leases.sql; `instr` is a word of SQLite.
ALTER TABLE seat_lease RENAME TO seat_lease_before;
ALTER TABLE seat_lease_before RENAME CONSTRAINT seat_lease_pkey TO seat_lease_before_pkey;
CREATE TABLE seat_lease (
    organizer BYTEA NOT NULL,
    performance BYTEA NOT NULL,
    lease BYTEA NOT NULL,
    replica BYTEA NOT NULL,
    first_seat BIGINT NOT NULL,
    last_seat BIGINT NOT NULL,
    PRIMARY KEY (organizer, performance, lease, first_seat)
);
INSERT INTO seat_lease (organizer, performance, lease, replica, first_seat, last_seat)
SELECT b.organizer, b.performance, e.id, b.replica, b.first_seat, b.last_seat
FROM entry e CROSS JOIN seat_lease_before b
WHERE e.kind = 'seats.leased' AND e.organizer = b.organizer AND position(b.performance IN e.body) > 0;
DROP TABLE seat_lease_before;
