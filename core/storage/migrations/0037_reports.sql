-- What reports add up, worked out of the tables outside of any sale: derived, and no projection. It
-- may be dropped at any time and is made anew when a report is asked for.
-- How far it is: `zone` is that by whose days it counts; `built` the last order of the first walk
-- through all that are here, NULL once that walk is over; `base` the snapshot that the tables began with.
CREATE TABLE report_state (
    organizer BLOB NOT NULL,
    version INTEGER NOT NULL,
    zone TEXT NOT NULL,
    base BLOB NOT NULL,
    built BLOB,
    PRIMARY KEY (organizer)
) STRICT;
-- Up to which entry of each chain it was caught up.
CREATE TABLE report_mark (
    organizer BLOB NOT NULL,
    replica BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (organizer, replica, epoch)
) STRICT;
-- What figures are about, each combination once.
CREATE TABLE report_subject (
    organizer BLOB NOT NULL,
    number INTEGER NOT NULL,
    performance BLOB NOT NULL,
    kind INTEGER NOT NULL,
    type BLOB NOT NULL,
    category BLOB NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    tax BLOB NOT NULL,
    tax_rate INTEGER NOT NULL,
    replica BLOB NOT NULL,
    seller BLOB NOT NULL,
    paid_by TEXT NOT NULL,
    provider TEXT NOT NULL,
    PRIMARY KEY (organizer, number)
) STRICT;
CREATE UNIQUE INDEX report_subject_whole ON report_subject (organizer, performance, kind, type, category, price,
    currency, tax, tax_rate, replica, seller, paid_by, provider);
-- Their sums by day.
CREATE TABLE report_day (
    organizer BLOB NOT NULL,
    subject INTEGER NOT NULL,
    day INTEGER NOT NULL,
    sold INTEGER NOT NULL,
    taken_back INTEGER NOT NULL,
    complimentary INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax_amount INTEGER NOT NULL,
    back_net INTEGER NOT NULL,
    back_tax INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    PRIMARY KEY (organizer, subject, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_day_by_day ON report_day (organizer, day);
-- What each order has in them on a day: so that it can be taken out again when something more becomes
-- known of the order, and a day be cut at a moment. `is_first`: one row of each order and performance.
CREATE TABLE report_order (
    organizer BLOB NOT NULL,
    sale_order BLOB NOT NULL,
    performance BLOB NOT NULL,
    day INTEGER NOT NULL,
    is_first INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organizer, sale_order, performance, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_order_by_day ON report_order (organizer, day, performance);
CREATE INDEX report_order_by_performance ON report_order (organizer, performance);
-- What was held at a moment of the past is in no table; it is read out of these entries, and not through all others.
CREATE INDEX entry_of_places ON entry (organizer, at)
    WHERE kind IN ('hold.placed', 'hold.released', 'reservation.ended', 'reservation.placed');
