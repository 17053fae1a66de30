-- Customers, sealed: the row is what the journal holds, the key lies beside it, wrapped by the data
-- key of this counter, and is destroyed when the customer is erased. The key is not a projection.
CREATE TABLE customer (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    sealed BLOB,
    at INTEGER NOT NULL,
    replica BLOB NOT NULL,
    erased INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organizer, id)
) STRICT;
CREATE TABLE customer_key (
    organizer BLOB NOT NULL,
    customer BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (organizer, customer)
) STRICT;
