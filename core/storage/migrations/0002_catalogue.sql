-- What is offered: every kind of catalogue entity, as its fields with the stamp that won each.
-- `parent` (the event of a type, the performance of a quota) and `sort_at` (the start of a
-- performance, milliseconds UTC) are copies of fields, so that they can be searched.
CREATE TABLE catalogue_entity (
    organizer BLOB NOT NULL,
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    parent BLOB,
    sort_at INTEGER,
    fields BLOB NOT NULL,
    PRIMARY KEY (organizer, kind, id)
) STRICT;
CREATE INDEX catalogue_entity_by_parent ON catalogue_entity (organizer, kind, parent);
CREATE INDEX catalogue_entity_by_time ON catalogue_entity (organizer, kind, sort_at) WHERE sort_at IS NOT NULL;
