-- Shifts at a drawer. A row may begin with its close, since facts may arrive in any order: then the
-- columns of its opening are still NULL. Amounts are minor units.
CREATE TABLE shift (
    organizer BLOB NOT NULL,
    id BLOB NOT NULL,
    replica BLOB,
    drawer BLOB,
    clerk BLOB,
    series TEXT,
    number INTEGER,
    opened_at INTEGER,
    currency TEXT,
    float_total INTEGER,
    opening BLOB,
    closed_at INTEGER,
    closed_by BLOB,
    z_series TEXT,
    z_number INTEGER,
    closing BLOB,
    PRIMARY KEY (organizer, id)
) STRICT;
-- So that neither the open shifts nor the last numbers are looked for in years of closed ones.
CREATE INDEX shift_open ON shift (organizer, replica) WHERE closed_at IS NULL;
CREATE INDEX shift_by_number ON shift (organizer, replica, series, number);
CREATE INDEX shift_by_z ON shift (organizer, closed_by, z_series, z_number) WHERE closed_at IS NOT NULL;
CREATE INDEX shift_by_closing ON shift (organizer, closed_by, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX shift_by_opening ON shift (organizer, opened_at);
-- Every fact that names a shift, with what it adds to the shift's figures.
CREATE TABLE shift_fact (
    organizer BLOB NOT NULL,
    shift BLOB NOT NULL,
    entry BLOB NOT NULL,
    at INTEGER NOT NULL,
    clerk BLOB NOT NULL,
    kind TEXT NOT NULL,
    sale_order BLOB,
    note TEXT NOT NULL,
    figures BLOB NOT NULL,
    PRIMARY KEY (organizer, shift, entry)
) STRICT, WITHOUT ROWID;
-- What cash was kept beyond the amount, by rounding to coins.
ALTER TABLE payment ADD COLUMN rounding INTEGER NOT NULL DEFAULT 0;
