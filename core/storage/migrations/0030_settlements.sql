-- The lines of providers' accounts, and where they do not fit what the house has. A server's own tables, no
-- projection: they may be fetched again.
CREATE TABLE settlement_line (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
    type TEXT NOT NULL,
    payment BLOB,
    payment_reference TEXT NOT NULL,
    currency TEXT NOT NULL,
    gross INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    net INTEGER NOT NULL,
    at INTEGER NOT NULL,
    payout TEXT NOT NULL,
    PRIMARY KEY (organizer, provider, reference)
) STRICT;
CREATE INDEX settlement_line_by_payment ON settlement_line (organizer, payment) WHERE payment IS NOT NULL;
CREATE INDEX settlement_line_by_payout ON settlement_line (organizer, provider, payout) WHERE payout <> '';
CREATE INDEX settlement_line_by_time ON settlement_line (organizer, provider, at);
-- Something that a person has to look at. It ends by itself where it is no longer so, or with a note.
CREATE TABLE settlement_case (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    payment BLOB,
    currency TEXT NOT NULL,
    here INTEGER NOT NULL,
    there INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by BLOB,
    note TEXT NOT NULL,
    PRIMARY KEY (organizer, provider, kind, subject)
) STRICT;
CREATE INDEX settlement_case_open ON settlement_case (organizer, opened_at) WHERE ended_at IS NULL;
-- What was settled when, so that money that never shows in an account is missed.
CREATE INDEX provider_payment_settled ON provider_payment (organizer, settled_at)
    WHERE settled_at IS NOT NULL;
