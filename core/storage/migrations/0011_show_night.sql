-- The tickets of a performance in order, for the lists at its door.
CREATE INDEX ticket_by_performance ON ticket (organizer, performance) WHERE voided_at IS NULL;
