-- What came and went on the house's bank account, as its statements say: each line once for ever. A
-- server's own tables, no projection. Who sent the money and what they wrote is sealed.
CREATE TABLE bank_line (
    organizer BLOB NOT NULL,
    -- Made of the account and what the bank calls the line, or of all that the line says.
    id TEXT NOT NULL,
    provider TEXT NOT NULL,
    form TEXT NOT NULL,
    at INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    -- Below zero: it went out.
    amount INTEGER NOT NULL,
    is_reversal INTEGER NOT NULL,
    -- What it names: a creditor reference or an invoice; empty: nothing that is known.
    named TEXT NOT NULL,
    details BLOB NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX bank_line_by_time ON bank_line (organizer, provider, at);
-- What of a line is for what: a payment, an invoice, a refund. What is left of it is a person's to say.
CREATE TABLE bank_share (
    organizer BLOB NOT NULL,
    line TEXT NOT NULL,
    target BLOB NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organizer, line, target)
) STRICT;
CREATE INDEX bank_share_by_target ON bank_share (organizer, target);
-- Money that has to be transferred back.
CREATE TABLE bank_outgoing (
    organizer BLOB NOT NULL,
    refund BLOB NOT NULL,
    payment BLOB NOT NULL,
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    sent_at INTEGER,
    sent_by BLOB,
    returned_at INTEGER,
    PRIMARY KEY (organizer, refund)
) STRICT;
CREATE INDEX bank_outgoing_by_payment ON bank_outgoing (organizer, payment);
CREATE UNIQUE INDEX bank_outgoing_by_reference ON bank_outgoing (provider, reference);
CREATE INDEX bank_outgoing_open ON bank_outgoing (organizer, made_at) WHERE sent_at IS NULL;
-- How long a counter waits for a provider's money, where that is not minutes. Of a counter, no projection.
ALTER TABLE payment_offer ADD COLUMN wait_ms INTEGER NOT NULL DEFAULT 0;
