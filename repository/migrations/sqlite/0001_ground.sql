-- +goose Up
CREATE TABLE settings (
    name       text PRIMARY KEY,
    value      text NOT NULL,
    version    integer NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE units (
    id            text PRIMARY KEY,
    parent_id     text REFERENCES units (id),
    name          text NOT NULL,
    kind          text NOT NULL,
    division_code text NOT NULL DEFAULT '',
    path          text NOT NULL,
    position      integer NOT NULL DEFAULT 0,
    retired_on    text,
    version       integer NOT NULL,
    created_at    timestamp NOT NULL
);
CREATE UNIQUE INDEX units_name_parent ON units (name, COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'));
CREATE UNIQUE INDEX units_path ON units (path);

CREATE TABLE people (
    id              text PRIMARY KEY,
    name            text NOT NULL,
    login           text,
    password_hash   text NOT NULL DEFAULT '',
    work_phone      text NOT NULL DEFAULT '',
    work_email      text NOT NULL DEFAULT '',
    language        text NOT NULL DEFAULT 'zh-CN',
    failed_sign_ins integer NOT NULL DEFAULT 0,
    locked_until    timestamp,
    disabled_at     timestamp,
    must_change     boolean NOT NULL DEFAULT false,
    version         integer NOT NULL,
    created_at      timestamp NOT NULL
);
CREATE UNIQUE INDEX people_login ON people (login);
CREATE INDEX people_name ON people (name, id);

CREATE TABLE posts (
    id         text PRIMARY KEY,
    person_id  text NOT NULL REFERENCES people (id),
    unit_id    text NOT NULL REFERENCES units (id),
    role       text NOT NULL,
    title      text NOT NULL DEFAULT '',
    from_on    text NOT NULL,
    to_on      text,
    main       boolean NOT NULL DEFAULT false,
    version    integer NOT NULL,
    created_at timestamp NOT NULL
);
CREATE INDEX posts_person ON posts (person_id);
CREATE INDEX posts_unit ON posts (unit_id);

CREATE TABLE sessions (
    id         text PRIMARY KEY,
    person_id  text NOT NULL REFERENCES people (id),
    created_at timestamp NOT NULL,
    seen_at    timestamp NOT NULL,
    expires_at timestamp NOT NULL,
    address    text NOT NULL DEFAULT '',
    agent      text NOT NULL DEFAULT ''
);
CREATE INDEX sessions_person ON sessions (person_id);

CREATE TABLE tokens (
    id         text PRIMARY KEY,
    person_id  text NOT NULL REFERENCES people (id),
    name       text NOT NULL,
    hash       text NOT NULL,
    created_at timestamp NOT NULL,
    expires_at timestamp NOT NULL,
    revoked_at timestamp
);
CREATE UNIQUE INDEX tokens_hash ON tokens (hash);
CREATE INDEX tokens_person ON tokens (person_id);

CREATE TABLE audit (
    id           text PRIMARY KEY,
    at           timestamp NOT NULL,
    actor_id     text,
    actor_name   text NOT NULL,
    action       text NOT NULL,
    subject_kind text NOT NULL,
    subject_id   text,
    title        text NOT NULL DEFAULT '',
    address      text NOT NULL DEFAULT '',
    request_id   text NOT NULL DEFAULT '',
    changes      text NOT NULL
);
CREATE INDEX audit_at ON audit (at, id);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, at);
CREATE INDEX audit_actor ON audit (actor_id, at);

CREATE TABLE timeline (
    id           text PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    at           timestamp NOT NULL,
    occurred_on  text NOT NULL,
    action       text NOT NULL,
    actor_id     text,
    actor_name   text NOT NULL,
    source_kind  text NOT NULL,
    source_id    text NOT NULL,
    source_title text NOT NULL DEFAULT '',
    details      text NOT NULL
);
CREATE INDEX timeline_subject ON timeline (subject_kind, subject_id, occurred_on, id);

CREATE TABLE outbox (
    id           text PRIMARY KEY,
    at           timestamp NOT NULL,
    action       text NOT NULL,
    subject_kind text NOT NULL,
    subject_id   text,
    actor_id     text
);

CREATE TABLE search_docs (
    row_id   integer PRIMARY KEY,
    kind     text NOT NULL,
    id       text NOT NULL,
    norm     text NOT NULL,
    initials text NOT NULL
);
CREATE UNIQUE INDEX search_docs_ref ON search_docs (kind, id);
CREATE VIRTUAL TABLE search_grams USING fts5 (t, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TABLE blobs (
    sha256 text PRIMARY KEY,
    bytes  blob NOT NULL
);

CREATE TABLE attachments (
    id           text PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    kind         text NOT NULL,
    name         text NOT NULL,
    media_type   text NOT NULL,
    size         integer NOT NULL,
    sha256       text NOT NULL REFERENCES blobs (sha256),
    dated_on     text,
    uploaded_by  text NOT NULL REFERENCES people (id),
    uploaded_at  timestamp NOT NULL,
    removed_at   timestamp
);
CREATE INDEX attachments_subject ON attachments (subject_kind, subject_id, id);
CREATE INDEX attachments_sha256 ON attachments (sha256);

-- The audit is append-only: triggers hold it, as SQLite has no rights.
-- +goose StatementBegin
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
-- +goose StatementEnd
