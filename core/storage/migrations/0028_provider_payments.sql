-- A job that is under way and was asked for again is done once more.
ALTER TABLE job ADD COLUMN asked_again INTEGER NOT NULL DEFAULT 0;
-- What a mail is about, and whether its end was told to the counters, in the order's history.
ALTER TABLE mail ADD COLUMN what TEXT NOT NULL DEFAULT '';
ALTER TABLE mail ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
CREATE INDEX mail_untold ON mail (organizer, ended_at) WHERE told = 0 AND ended_at IS NOT NULL;
-- Who wants no more bulletins, as hashes.
CREATE TABLE mail_unsubscribed (
    organizer BLOB NOT NULL,
    address BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, address)
) STRICT;
-- Money that a provider takes through the server: a row per payment, which any of its facts may begin,
-- for they come from different writers. What its request says is NULL where that was not heard of yet;
-- of facts that say the same the earliest stands.
CREATE TABLE provider_payment (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    replica BLOB,
    epoch INTEGER,
    sequence INTEGER,
    asked_at INTEGER,
    way TEXT,
    provider TEXT,
    reader TEXT,
    currency TEXT,
    amount INTEGER,
    expires_at INTEGER,
    cancel_asked_at INTEGER,
    settled_at INTEGER,
    settled_amount INTEGER,
    reference TEXT,
    ended_at INTEGER,
    ended TEXT,
    reason TEXT,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX provider_payment_by_order ON provider_payment (organizer, sale_order);
CREATE INDEX provider_payment_open ON provider_payment (organizer, replica)
    WHERE settled_at IS NULL AND ended_at IS NULL;
-- What became of money that had to go back: a row per fact, of which the latest of a refund stands.
CREATE TABLE provider_refund (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    payment BLOB NOT NULL,
    refund BLOB NOT NULL,
    at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX provider_refund_by_payment ON provider_refund (organizer, payment);
-- Payments that came in the place of one that a provider was to take: `id` for `instead`.
CREATE TABLE payment_instead (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    instead BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX payment_instead_by_order ON payment_instead (organizer, sale_order);
-- How the money of a payment stands: see account::kAwaited.
CREATE INDEX ledger_line_awaited ON ledger_line (organizer, subject) WHERE account = 'awaited';
-- What the server last said of the providers and readers that the house has. Of a counter, no projection.
CREATE TABLE payment_offer (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    way TEXT NOT NULL,
    reader TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (organizer, provider, way, reader)
) STRICT;
