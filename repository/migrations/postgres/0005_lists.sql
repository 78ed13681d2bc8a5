-- +goose Up
-- How people like their lists, the views they saved, and the batches that can
-- be undone.
CREATE TABLE preferences (
    person_id  uuid NOT NULL REFERENCES people (id),
    name       text NOT NULL,
    value      text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, name)
);

CREATE TABLE views (
    id         uuid PRIMARY KEY,
    list       text NOT NULL,
    owner_id   uuid NOT NULL REFERENCES people (id),
    name       text NOT NULL,
    shared     boolean NOT NULL DEFAULT false,
    terms      jsonb NOT NULL,
    columns    jsonb NOT NULL,
    version    bigint NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX views_name ON views (owner_id, list, name);
CREATE INDEX views_list ON views (list, shared);

CREATE TABLE batches (
    id        uuid PRIMARY KEY,
    kind      text NOT NULL,
    made_by   uuid NOT NULL REFERENCES people (id),
    made_at   timestamptz NOT NULL,
    edit      jsonb NOT NULL,
    undone_at timestamptz
);

CREATE TABLE batch_rows (
    batch_id   uuid NOT NULL REFERENCES batches (id),
    position   bigint NOT NULL,
    subject_id uuid NOT NULL,
    title      text NOT NULL,
    version    bigint NOT NULL,
    before     jsonb NOT NULL,
    after      jsonb NOT NULL,
    PRIMARY KEY (batch_id, position)
);
