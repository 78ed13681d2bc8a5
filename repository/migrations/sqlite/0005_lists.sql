-- +goose Up
-- How people like their lists, the views they saved, and the batches that can
-- be undone.
CREATE TABLE preferences (
    person_id  text NOT NULL REFERENCES people (id),
    name       text NOT NULL,
    value      text NOT NULL,
    updated_at timestamp NOT NULL,
    PRIMARY KEY (person_id, name)
);

CREATE TABLE views (
    id         text PRIMARY KEY,
    list       text NOT NULL,
    owner_id   text NOT NULL REFERENCES people (id),
    name       text NOT NULL,
    shared     boolean NOT NULL DEFAULT false,
    terms      text NOT NULL,
    columns    text NOT NULL,
    version    integer NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX views_name ON views (owner_id, list, name);
CREATE INDEX views_list ON views (list, shared);

CREATE TABLE batches (
    id        text PRIMARY KEY,
    kind      text NOT NULL,
    made_by   text NOT NULL REFERENCES people (id),
    made_at   timestamp NOT NULL,
    edit      text NOT NULL,
    undone_at timestamp
);

CREATE TABLE batch_rows (
    batch_id   text NOT NULL REFERENCES batches (id),
    position   integer NOT NULL,
    subject_id text NOT NULL,
    title      text NOT NULL,
    version    integer NOT NULL,
    before     text NOT NULL,
    after      text NOT NULL,
    PRIMARY KEY (batch_id, position)
);
