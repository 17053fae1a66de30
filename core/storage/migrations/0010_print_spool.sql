-- Printers and what waits for them are about this computer: ordinary tables, no projections.
CREATE TABLE printer (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    language TEXT NOT NULL,
    output TEXT NOT NULL,
    paper TEXT NOT NULL,
    purposes INTEGER NOT NULL,
    dpi INTEGER NOT NULL
) STRICT;

-- A job names what it prints and holds none of it, but for the text of a slip.
CREATE TABLE print_job (
    id BLOB PRIMARY KEY,
    created_at INTEGER NOT NULL,
    printer TEXT NOT NULL COLLATE NOCASE,
    content TEXT NOT NULL,
    title TEXT NOT NULL,
    order_id BLOB,
    slip TEXT NOT NULL,
    specimen INTEGER NOT NULL,
    state TEXT NOT NULL,
    fault_code TEXT NOT NULL,
    fault TEXT NOT NULL
) STRICT;

CREATE INDEX print_job_by_state ON print_job (state, created_at);

-- One row a page, so that what has come out is never printed again by itself.
CREATE TABLE print_page (
    job BLOB NOT NULL REFERENCES print_job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    ticket BLOB,
    state TEXT NOT NULL,
    PRIMARY KEY (job, number)
) STRICT;

CREATE INDEX print_page_by_ticket ON print_page (ticket) WHERE ticket IS NOT NULL;
