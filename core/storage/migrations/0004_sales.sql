-- What was sold, paid and taken back. A ticket's row may begin with any of its facts, since they may
-- arrive in any order: then the columns of the others are still NULL. Amounts are minor units.
CREATE TABLE sale_order (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    replica BLOB NOT NULL,
    at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    customer BLOB,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX sale_order_by_code ON sale_order (organizer, code, id);
CREATE INDEX sale_order_by_customer ON sale_order (organizer, customer) WHERE customer IS NOT NULL;
-- The last number used of a series of order codes.
CREATE TABLE order_series (
    organizer BLOB NOT NULL,
    series TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (organizer, series)
) STRICT;
CREATE TABLE ticket (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    sale_order BLOB,
    line INTEGER,
    performance BLOB NOT NULL,
    type BLOB,
    category BLOB,
    seat INTEGER,
    place TEXT,
    type_name TEXT,
    category_name TEXT,
    net INTEGER,
    tax_amount INTEGER,
    tax BLOB,
    tax_name TEXT,
    tax_rate INTEGER,
    quotas BLOB,
    voided_at INTEGER,
    voided_by BLOB,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX ticket_by_order ON ticket (organizer, sale_order);
CREATE INDEX ticket_by_seat ON ticket (organizer, performance, seat) WHERE seat IS NOT NULL AND voided_at IS NULL;
CREATE TABLE order_fee (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    line INTEGER NOT NULL,
    fee BLOB NOT NULL,
    performance BLOB NOT NULL,
    text TEXT NOT NULL,
    net INTEGER NOT NULL,
    tax_amount INTEGER NOT NULL,
    tax BLOB NOT NULL,
    tax_name TEXT NOT NULL,
    tax_rate INTEGER NOT NULL,
    PRIMARY KEY (organizer, sale_order, line)
) STRICT;
CREATE TABLE payment (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    tendered INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX payment_by_order ON payment (organizer, sale_order);
CREATE TABLE order_void (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    entry BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organizer, sale_order, entry)
) STRICT;
-- Double entry: debits positive, credits negative, the lines of an entry sum to zero.
CREATE TABLE ledger_line (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    line INTEGER NOT NULL,
    account TEXT NOT NULL,
    subject BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry, line)
) STRICT, WITHOUT ROWID;
