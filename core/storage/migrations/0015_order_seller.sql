-- Who was signed in when an order was sold; sixteen zeros where nobody had to be.
ALTER TABLE sale_order ADD COLUMN seller BLOB;
UPDATE sale_order SET seller = entry.actor FROM entry WHERE entry.organizer = sale_order.organizer
    AND entry.replica = sale_order.replica AND entry.at = sale_order.at
    AND entry.kind = 'order.placed';
