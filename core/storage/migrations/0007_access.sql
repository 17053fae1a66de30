-- Wrong secrets in a row, so that a restart does not give a thief new tries. Not a projection: it is
-- about this computer.
CREATE TABLE sign_in_guard (
    organizer BLOB NOT NULL,
    user BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (organizer, user)
) STRICT;
