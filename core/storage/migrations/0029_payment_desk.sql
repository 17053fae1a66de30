-- What a server does for payments at their providers. A server's own tables, no projection: what
-- became of a payment is said by entries. State and reference are what the provider last said.
CREATE TABLE provider_payment_work (
    organizer BLOB NOT NULL,
    payment BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    provider TEXT NOT NULL,
    way TEXT NOT NULL,
    reader TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    -- Names it on the customer's phone: 128 bits that nobody guesses.
    token BLOB NOT NULL,
    cancel_asked INTEGER NOT NULL,
    state TEXT NOT NULL,
    reference TEXT,
    -- By which the provider's refunds and account lines name it.
    money_reference TEXT,
    page TEXT NOT NULL,
    is_presented INTEGER NOT NULL,
    is_settled INTEGER NOT NULL,
    is_ended INTEGER NOT NULL,
    -- So many times in a row the provider did not answer.
    unanswered INTEGER NOT NULL,
    problem TEXT NOT NULL,
    -- Why a person has to look before anything goes on; empty: nothing.
    held TEXT NOT NULL,
    PRIMARY KEY (organizer, payment)
) STRICT;
CREATE UNIQUE INDEX provider_payment_work_by_token ON provider_payment_work (token);
CREATE UNIQUE INDEX provider_payment_work_by_reference ON provider_payment_work (provider, reference)
    WHERE reference IS NOT NULL;
CREATE INDEX provider_payment_work_by_money ON provider_payment_work (provider, money_reference)
    WHERE money_reference IS NOT NULL;
-- A webhook knows no organizer.
CREATE INDEX provider_payment_work_by_payment ON provider_payment_work (payment);
CREATE INDEX provider_payment_work_held ON provider_payment_work (organizer) WHERE held <> '';
-- A call that changes something, as it is sent: written before it is sent for the first time, and sent
-- again as it is until something is known of it.
CREATE TABLE provider_call (
    organizer BLOB NOT NULL,
    idempotency_key TEXT NOT NULL,
    payment BLOB NOT NULL,
    what TEXT NOT NULL,
    refund BLOB,
    content BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    answered_at INTEGER,
    answer TEXT NOT NULL,
    PRIMARY KEY (organizer, idempotency_key)
) STRICT;
CREATE INDEX provider_call_by_payment ON provider_call (organizer, payment, made_at);
CREATE TABLE provider_refund_work (
    organizer BLOB NOT NULL,
    refund BLOB NOT NULL,
    payment BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organizer, refund)
) STRICT;
CREATE INDEX provider_refund_work_by_payment ON provider_refund_work (organizer, payment);
CREATE INDEX provider_refund_work_failed ON provider_refund_work (organizer) WHERE state = 'failed';
CREATE TABLE provider_dispute (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
    payment BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    due_by INTEGER,
    PRIMARY KEY (organizer, provider, reference)
) STRICT;
-- Webhooks, as they came. One is a hint to look and no more. Those that tell of no payment that is
-- known here have an organizer of zeros.
CREATE TABLE provider_event (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    event TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    reference TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organizer, provider, event)
) STRICT;
CREATE INDEX provider_event_received ON provider_event (provider, received_at);
