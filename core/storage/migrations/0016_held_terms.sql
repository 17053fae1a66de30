-- When a hold ends may be said again later: the latest word stands, whichever arrives first.
ALTER TABLE hold ADD COLUMN extended_at INTEGER;
-- What a cart said besides its places (promo code, donation, reductions by hand), as CBOR.
ALTER TABLE hold ADD COLUMN terms BLOB;
