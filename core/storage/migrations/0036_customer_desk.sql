-- What is known of customers beside the record they were taken down with: each piece sealed with the
-- customer's own key, and of two writers of one piece the later stands. What was erased has no rows.
CREATE TABLE customer_slot (
    organizer BLOB NOT NULL,
    customer BLOB NOT NULL,
    slot TEXT NOT NULL,
    at INTEGER NOT NULL,
    entry BLOB NOT NULL,
    actor BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (organizer, customer, slot)
) STRICT;
-- Who is somebody else, by the latest that was said of it; `target` NULL: nobody but themselves.
CREATE TABLE customer_link (
    organizer BLOB NOT NULL,
    customer BLOB NOT NULL,
    at INTEGER NOT NULL,
    entry BLOB NOT NULL,
    actor BLOB NOT NULL,
    target BLOB,
    PRIMARY KEY (organizer, customer)
) STRICT;
CREATE INDEX customer_link_by_target ON customer_link (organizer, target) WHERE target IS NOT NULL;
-- The steps of imports, and that they were undone.
CREATE TABLE customer_import (
    organizer BLOB NOT NULL,
    entry BLOB NOT NULL,
    import BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    PRIMARY KEY (organizer, entry)
) STRICT;
CREATE INDEX customer_import_by_import ON customer_import (organizer, import);
-- What an import brought: a customer (`slot` is empty), or a change of one.
CREATE TABLE customer_import_row (
    organizer BLOB NOT NULL,
    import BLOB NOT NULL,
    customer BLOB NOT NULL,
    slot TEXT NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL,
    PRIMARY KEY (organizer, import, customer, slot)
) STRICT;
-- What one customer waited for and had reserved.
CREATE INDEX waiting_by_customer ON waiting (organizer, customer) WHERE customer IS NOT NULL;
CREATE INDEX hold_by_customer ON hold (organizer, customer) WHERE customer IS NOT NULL;
