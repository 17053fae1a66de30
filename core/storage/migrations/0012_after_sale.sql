-- What became of orders after they were sold. Every row comes from one entry, whichever order the
-- entries arrive in. Amounts are minor units.
-- Worth taken out of lines, with the ticket (then the ticket is void) or without.
CREATE TABLE line_return (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    number INTEGER NOT NULL,
    sale_order BLOB NOT NULL,
    ticket BLOB,
    fee_line INTEGER,
    net INTEGER NOT NULL,
    tax_amount INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry, number)
) STRICT;
CREATE INDEX line_return_by_order ON line_return (organizer, sale_order);
CREATE TABLE payment_return (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    payment BLOB NOT NULL,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    rounding INTEGER NOT NULL,
    reference TEXT NOT NULL,
    subject BLOB,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX payment_return_by_order ON payment_return (organizer, sale_order);
-- The history of an order as people are shown it.
CREATE TABLE order_change (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    note TEXT NOT NULL,
    amount INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX order_change_by_order ON order_change (organizer, sale_order);
-- Whose order it is now, and who picks up a ticket of it: of several settings the latest stands.
CREATE TABLE order_customer (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    at INTEGER NOT NULL,
    entry BLOB NOT NULL,
    customer BLOB,
    PRIMARY KEY (organizer, sale_order)
) STRICT;
CREATE INDEX order_customer_by_customer ON order_customer (organizer, customer) WHERE customer IS NOT NULL;
CREATE TABLE pickup (
    organizer BLOB NOT NULL,
    ticket BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    at INTEGER NOT NULL,
    entry BLOB NOT NULL,
    customer BLOB,
    PRIMARY KEY (organizer, ticket)
) STRICT;
CREATE INDEX pickup_by_order ON pickup (organizer, sale_order);
CREATE INDEX pickup_by_customer ON pickup (organizer, customer) WHERE customer IS NOT NULL;
-- The ticket that a fee is charged for; NULL: the order as a whole.
ALTER TABLE order_fee ADD COLUMN ticket BLOB;
-- The latest orders, and amounts among them, without reading the orders themselves.
CREATE INDEX sale_order_by_time ON sale_order (organizer, at, total);
-- The ticket that this one was given for; NULL: it was sold by itself.
ALTER TABLE ticket ADD COLUMN replaces BLOB;
