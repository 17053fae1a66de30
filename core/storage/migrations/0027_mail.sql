-- What a server was asked to mail, and what became of it. A server's own table, no projection. Whom it
-- went to is not in it: address and text are sealed in the job that sends it, and go when that is done.
CREATE TABLE mail (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    key TEXT NOT NULL,
    sale_order BLOB,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (organizer, id)
) STRICT;
-- A change is mailed once, however often it is asked for.
CREATE UNIQUE INDEX mail_by_key ON mail (organizer, key);
CREATE INDEX mail_by_order ON mail (organizer, sale_order, made_at) WHERE sale_order IS NOT NULL;
-- Addresses that do not exist or take nothing, as hashes: whoever writes there again and again is taken
-- for a sender of junk.
CREATE TABLE mail_bounce (
    organizer BLOB NOT NULL,
    address BLOB NOT NULL,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (organizer, address)
) STRICT;
