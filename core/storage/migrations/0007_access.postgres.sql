-- As 0007_access.sql, but `user` is a word of PostgreSQL.
CREATE TABLE sign_in_guard (
    organizer BYTEA NOT NULL,
    "user" BYTEA NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (organizer, "user")
);
