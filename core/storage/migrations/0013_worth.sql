-- Worth that is not money: gift cards, invoices, promo codes. Amounts are minor units.
-- The gift card or the invoice of a payment; NULL of other methods.
ALTER TABLE payment ADD COLUMN subject BLOB;
