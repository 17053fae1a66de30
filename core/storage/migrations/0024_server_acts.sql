-- What a server keeps of devices and people who act through it, and what counters keep of the same.
-- Not projections, but for the last.
-- When a device last called, for whoever looks for one that is silent; nothing: not since this exists.
ALTER TABLE device ADD COLUMN last_seen_at INTEGER;
-- Somebody signed in at a device through the server: one row from signing in until it is over. The
-- secret that renews their tokens is only here as its SHA-256, and another one after each use, so
-- that a stolen one is noticed.
CREATE TABLE user_session (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    device BLOB NOT NULL,
    secret_hash BLOB NOT NULL,
    began_at INTEGER NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
-- Cards live by the server's time: how far a counter's clock was ahead of it when they last spoke, and
-- what time it was there.
ALTER TABLE sync_state ADD COLUMN clock_ahead INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_state ADD COLUMN server_at INTEGER NOT NULL DEFAULT 0;
-- What a counter has told its server of what people sign in by: the SHA-256 of both hashes, so that
-- it is told again when they change.
CREATE TABLE verifier_handed (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (organizer, user_id)
) STRICT;
-- The operator cards that a counter was given, sealed with its data key: they hold hashes of PINs, and
-- six digits would not outlive a copied database.
CREATE TABLE kept_card (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (organizer, user_id)
) STRICT;
-- Devices that were shut out, and since when; a projection. Gates let a person decide about tickets of
-- theirs that nobody has heard of.
CREATE TABLE device_end (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX device_end_by_device ON device_end (organizer, device);
