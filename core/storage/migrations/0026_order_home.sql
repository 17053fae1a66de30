-- Whose an order is to change: a row per home that it was given to, named by the entry that gave it;
-- nil for who sold it, who needs no row. The one with the highest serial stands. `serial` is NULL of a
-- gift that was not heard of yet, and `holder` where only its return was.
CREATE TABLE order_home (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    grant_entry BLOB NOT NULL,
    serial INTEGER,
    holder BLOB,
    after_replica BLOB,
    after_epoch INTEGER,
    after_sequence INTEGER,
    after_position INTEGER,
    recalled_at INTEGER,
    is_returned INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organizer, sale_order, grant_entry)
) STRICT;
CREATE INDEX order_home_recalled ON order_home (organizer, holder) WHERE recalled_at IS NOT NULL AND is_returned = 0;
