-- What the platform takes of tickets that are sold from a time on. What was sold before stays as it was
-- agreed then, so the settings are kept, all of them.
CREATE TABLE commission (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    currency TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    milli_percent INTEGER NOT NULL,
    fixed INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
-- What was paid out to the organizer, and what it is made of: `content` is the entry's body.
CREATE TABLE payout (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    number TEXT NOT NULL,
    currency TEXT NOT NULL,
    until_at INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    entry BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX payout_by_time ON payout (organizer, until_at);
CREATE INDEX payout_by_number ON payout (organizer, number);
-- What payouts have of a day of a provider's account: a line may show days later, or change.
CREATE TABLE payout_fee (
    organizer BLOB NOT NULL,
    payout BLOB NOT NULL,
    provider TEXT NOT NULL,
    day INTEGER NOT NULL,
    currency TEXT NOT NULL,
    fees INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    PRIMARY KEY (organizer, payout, provider, day)
) STRICT;
CREATE INDEX payout_fee_by_day ON payout_fee (organizer, provider, day);
-- No real money: such lines are compared and never paid out.
ALTER TABLE settlement_line ADD COLUMN is_test INTEGER NOT NULL DEFAULT 0;
-- When an account was compared with the books. A server's own table, no projection.
CREATE TABLE settlement_account (
    organizer BLOB NOT NULL,
    provider TEXT NOT NULL,
    compared_at INTEGER,
    problem TEXT NOT NULL,
    PRIMARY KEY (organizer, provider)
) STRICT;
CREATE INDEX settlement_case_ended ON settlement_case (organizer, ended_at) WHERE ended_at IS NOT NULL;
