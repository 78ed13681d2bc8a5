-- +goose Up
CREATE TABLE imports (
    id              text PRIMARY KEY,
    file_name       text NOT NULL,
    state           text NOT NULL,
    sheets          text NOT NULL,
    accept_warnings boolean NOT NULL DEFAULT false,
    total           integer NOT NULL DEFAULT 0,
    done            integer NOT NULL DEFAULT 0,
    created         integer NOT NULL DEFAULT 0,
    updated         integer NOT NULL DEFAULT 0,
    unchanged       integer NOT NULL DEFAULT 0,
    refused         integer NOT NULL DEFAULT 0,
    unit_id         text,
    person_id       text,
    by_name         text NOT NULL DEFAULT '',
    created_at      timestamp NOT NULL,
    written_at      timestamp,
    undone_at       timestamp,
    version         integer NOT NULL
);
CREATE INDEX imports_created ON imports (created_at, id);

CREATE TABLE import_files (
    import_id text PRIMARY KEY REFERENCES imports (id),
    bytes     blob NOT NULL
);

-- What each row of an import did to which record: by this it is undone.
CREATE TABLE import_effects (
    import_id    text NOT NULL REFERENCES imports (id),
    seq          integer NOT NULL,
    sheet        text NOT NULL,
    sheet_row    integer NOT NULL,
    outcome      text NOT NULL,
    subject_kind text NOT NULL DEFAULT '',
    subject_id   text,
    title        text NOT NULL DEFAULT '',
    version      integer NOT NULL DEFAULT 0,
    before       text NOT NULL,
    events       text NOT NULL,
    parent_id    text,
    findings     text NOT NULL,
    PRIMARY KEY (import_id, seq)
);
CREATE INDEX import_effects_subject ON import_effects (import_id, subject_kind, outcome, subject_id);

-- How a unit said that a header is read, by the header's signature.
CREATE TABLE import_readings (
    unit_id   text NOT NULL,
    signature text NOT NULL,
    reading   text NOT NULL,
    PRIMARY KEY (unit_id, signature)
);

-- A project whose import was undone: its history stays, nobody sees it.
ALTER TABLE projects ADD COLUMN withdrawn_at timestamp;

-- The importer finds leads by what they are about.
CREATE INDEX leads_company ON leads (company, subject);
