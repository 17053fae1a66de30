-- Worth that is not money: gift cards, invoices, promo codes. Amounts are minor units.
-- The gift card or the invoice of a payment; NULL of other methods.
ALTER TABLE payment ADD COLUMN subject BLOB;
-- Gift cards: how each came to be, and every fact that changed its worth. Of the code only its hash
-- and its last characters are kept: whoever reads the database cannot spend a card.
CREATE TABLE gift_card (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    replica BLOB NOT NULL,
    at INTEGER NOT NULL,
    sale_order BLOB,
    replaces BLOB,
    currency TEXT NOT NULL,
    worth INTEGER NOT NULL,
    code_hash BLOB NOT NULL,
    tail TEXT NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX gift_card_by_code ON gift_card (organizer, code_hash);
CREATE INDEX gift_card_by_tail ON gift_card (organizer, tail);
CREATE INDEX gift_card_by_time ON gift_card (organizer, at);
CREATE INDEX gift_card_by_order ON gift_card (organizer, sale_order) WHERE sale_order IS NOT NULL;
CREATE INDEX gift_card_by_replaced ON gift_card (organizer, replaces) WHERE replaces IS NOT NULL;
CREATE TABLE gift_card_move (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    card BLOB NOT NULL,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    kind TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    balance_left INTEGER NOT NULL,
    sale_order BLOB,
    note TEXT NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX gift_card_move_by_card ON gift_card_move (organizer, card);
CREATE INDEX gift_card_move_by_order ON gift_card_move (organizer, sale_order) WHERE sale_order IS NOT NULL;
-- Invoices, and the credit notes that take them back; whom they went to is sealed.
CREATE TABLE invoice (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    replica BLOB NOT NULL,
    at INTEGER NOT NULL,
    sale_order BLOB NOT NULL,
    customer BLOB NOT NULL,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    cancels BLOB,
    recipient BLOB NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX invoice_by_number ON invoice (organizer, series, number);
CREATE INDEX invoice_by_order ON invoice (organizer, sale_order);
CREATE INDEX invoice_by_cancelled ON invoice (organizer, cancels) WHERE cancels IS NOT NULL;
-- Money that came for an invoice after the sale.
CREATE TABLE invoice_payment (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    invoice BLOB NOT NULL,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE INDEX invoice_payment_by_invoice ON invoice_payment (organizer, invoice);
-- Why tickets cost less than their list price. The uses of a promo code are counted here: a ticket
-- that is void is none.
CREATE TABLE ticket_reduction (
    organizer BLOB NOT NULL,
    ticket BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    replica BLOB NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    text TEXT NOT NULL,
    subject BLOB,
    PRIMARY KEY (organizer, ticket)
) STRICT;
CREATE INDEX ticket_reduction_by_order ON ticket_reduction (organizer, sale_order);
CREATE INDEX ticket_reduction_by_subject ON ticket_reduction (organizer, subject) WHERE subject IS NOT NULL;
