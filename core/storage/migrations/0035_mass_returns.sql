-- Everybody who has tickets of a performance gets their money back. What was done of it is what the orders
-- say. A row may begin with its end.
CREATE TABLE mass_return (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    performance BLOB,
    begun_at INTEGER,
    begun_by BLOB,
    content BLOB,
    ended_at INTEGER,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX mass_return_by_time ON mass_return (organizer, begun_at);
CREATE INDEX mass_return_open ON mass_return (organizer, performance) WHERE ended_at IS NULL;
