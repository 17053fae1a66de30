-- Pictures that somebody added: of each the first that is known; `body` is that of its entry. Their bytes are
-- files beside the database.
CREATE TABLE picture (
    organizer BLOB NOT NULL,
    hash BLOB NOT NULL,
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organizer, hash)
) STRICT;
-- Of which pictures there are files here, whether the bytes as given are among them, and whether the server has
-- those, too. On a server: what counts for the space of a house. This computer's own, no projection.
CREATE TABLE picture_keeping (
    organizer BLOB NOT NULL,
    hash BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    kept_at INTEGER NOT NULL,
    has_original INTEGER NOT NULL,
    sent_at INTEGER,
    unused_since INTEGER,
    PRIMARY KEY (organizer, hash)
) STRICT;
