-- Who may speak to a server, and with which keys. Not projections: ordinary tables of the server,
-- empty on a counter. A device is the replica of the same id.
CREATE TABLE device (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    hardware TEXT NOT NULL,
    app TEXT NOT NULL,
    key_protection TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    -- No token made before is good any more.
    valid_after INTEGER NOT NULL,
    -- Set once: by an administrator, or by the server itself ('journal_fork').
    revoked_at INTEGER,
    revoked_reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organizer, id)
) STRICT;
-- While one key takes over from another, a device has two.
CREATE TABLE device_key (
    organizer BLOB NOT NULL,
    device BLOB NOT NULL,
    thumbprint TEXT NOT NULL,
    public_key BLOB NOT NULL,
    valid_until INTEGER,
    PRIMARY KEY (organizer, device, thumbprint)
) STRICT;
-- The secret half of a code is only here as its Argon2id hash.
CREATE TABLE enrolment_code (
    organizer BLOB NOT NULL,
    selector TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    device_name TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    used_at INTEGER,
    PRIMARY KEY (organizer, selector)
) STRICT;
CREATE INDEX enrolment_code_by_selector ON enrolment_code (selector);
-- Keys of the server itself, sealed with the key of its key file. The nil organizer: of all of them.
CREATE TABLE server_key (
    organizer BLOB NOT NULL,
    purpose TEXT NOT NULL,
    id TEXT NOT NULL,
    public_key BLOB NOT NULL,
    sealed BLOB NOT NULL,
    use_from INTEGER NOT NULL,
    verify_until INTEGER,
    PRIMARY KEY (organizer, purpose, id)
) STRICT;
-- Hashes that the server checks people by; the ones in the journal are sealed for one counter each.
CREATE TABLE user_secret (
    organizer BLOB NOT NULL,
    user_id BLOB NOT NULL,
    password_hash TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    valid_after INTEGER NOT NULL,
    PRIMARY KEY (organizer, user_id)
) STRICT;
-- Which operator cards are out: acts done under one are judged by it when they arrive.
CREATE TABLE operator_card (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    device BLOB NOT NULL,
    user_id BLOB NOT NULL,
    valid_until INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX operator_card_by_device ON operator_card (organizer, device, valid_until);
