-- +goose Up
-- Whom a change concerns is said where it is written; notices are made of it
-- afterwards, by one process at a time.
ALTER TABLE outbox ADD COLUMN actor_name text NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN title text NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
ALTER TABLE outbox ADD COLUMN tell jsonb NOT NULL DEFAULT '[]';
ALTER TABLE outbox ADD COLUMN untold boolean NOT NULL DEFAULT false;
CREATE INDEX outbox_untold ON outbox (id) WHERE untold;

CREATE TABLE notices (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES people (id),
    kind         text NOT NULL,
    cause_id     uuid NOT NULL,
    on_day       date NOT NULL,
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    title        text NOT NULL DEFAULT '',
    actor_name   text NOT NULL DEFAULT '',
    details      jsonb NOT NULL,
    shows_at     timestamptz NOT NULL,
    read_at      timestamptz
);
CREATE UNIQUE INDEX notices_once ON notices (person_id, kind, cause_id, on_day);
CREATE INDEX notices_shown ON notices (person_id, shows_at, id);
CREATE INDEX notices_unread ON notices (person_id, shows_at) WHERE read_at IS NULL;

-- What people said of following a record; where nothing was said, those follow
-- it whose it is.
CREATE TABLE watches (
    person_id    uuid NOT NULL REFERENCES people (id),
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    watching     boolean NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (person_id, subject_kind, subject_id)
);
CREATE INDEX watches_subject ON watches (subject_kind, subject_id);

CREATE TABLE notice_settings (
    person_id uuid PRIMARY KEY REFERENCES people (id),
    digest_at text NOT NULL,
    chosen    jsonb NOT NULL
);

-- The last day on which a person was told of what is due.
CREATE TABLE notice_rounds (
    person_id uuid PRIMARY KEY REFERENCES people (id),
    on_day    date NOT NULL
);

CREATE TABLE leases (
    name   text PRIMARY KEY,
    holder text NOT NULL,
    until  timestamptz NOT NULL
);
