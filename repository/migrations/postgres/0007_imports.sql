-- +goose Up
CREATE TABLE imports (
    id              uuid PRIMARY KEY,
    file_name       text NOT NULL,
    state           text NOT NULL,
    sheets          jsonb NOT NULL,
    accept_warnings boolean NOT NULL DEFAULT false,
    total           bigint NOT NULL DEFAULT 0,
    done            bigint NOT NULL DEFAULT 0,
    created         bigint NOT NULL DEFAULT 0,
    updated         bigint NOT NULL DEFAULT 0,
    unchanged       bigint NOT NULL DEFAULT 0,
    refused         bigint NOT NULL DEFAULT 0,
    unit_id         uuid,
    person_id       uuid,
    by_name         text NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL,
    written_at      timestamptz,
    undone_at       timestamptz,
    version         bigint NOT NULL
);
CREATE INDEX imports_created ON imports (created_at, id);

CREATE TABLE import_files (
    import_id uuid PRIMARY KEY REFERENCES imports (id),
    bytes     bytea NOT NULL
);

-- What each row of an import did to which record: by this it is undone.
CREATE TABLE import_effects (
    import_id    uuid NOT NULL REFERENCES imports (id),
    seq          bigint NOT NULL,
    sheet        text NOT NULL,
    sheet_row    bigint NOT NULL,
    outcome      text NOT NULL,
    subject_kind text NOT NULL DEFAULT '',
    subject_id   uuid,
    title        text NOT NULL DEFAULT '',
    version      bigint NOT NULL DEFAULT 0,
    before       jsonb NOT NULL,
    events       jsonb NOT NULL,
    parent_id    uuid,
    findings     jsonb NOT NULL,
    PRIMARY KEY (import_id, seq)
);
CREATE INDEX import_effects_subject ON import_effects (import_id, subject_kind, outcome, subject_id);

-- How a unit said that a header is read, by the header's signature.
CREATE TABLE import_readings (
    unit_id   uuid NOT NULL,
    signature text NOT NULL,
    reading   jsonb NOT NULL,
    PRIMARY KEY (unit_id, signature)
);

-- A project whose import was undone: its history stays, nobody sees it.
ALTER TABLE projects ADD COLUMN withdrawn_at timestamptz;

-- The importer finds leads by what they are about.
CREATE INDEX leads_company ON leads (company, subject);
