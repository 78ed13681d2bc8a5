-- +goose Up
-- What was taken away is seen by nobody, holds no name or code, and can be put
-- back; only the office purges, and never a project.
ALTER TABLE clients ADD COLUMN withdrawn_at timestamp;
ALTER TABLE enterprises ADD COLUMN withdrawn_at timestamp;
ALTER TABLE leads ADD COLUMN withdrawn_at timestamp;
ALTER TABLE visits ADD COLUMN withdrawn_at timestamp;
ALTER TABLE contacts ADD COLUMN withdrawn_at timestamp;
ALTER TABLE views ADD COLUMN withdrawn_at timestamp;

CREATE TABLE recycle_bin (
    id           text PRIMARY KEY,
    kind         text NOT NULL,
    title        text NOT NULL,
    parent_kind  text NOT NULL DEFAULT '',
    parent_id    text,
    reason       text NOT NULL DEFAULT '',
    withdrawn_by text NOT NULL REFERENCES people (id),
    by_name      text NOT NULL,
    withdrawn_at timestamp NOT NULL
);
CREATE INDEX recycle_bin_at ON recycle_bin (withdrawn_at, id);

DROP INDEX projects_code;
DROP INDEX clients_organization;
DROP INDEX enterprises_organization;
DROP INDEX views_name;
CREATE UNIQUE INDEX projects_code ON projects (code) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX clients_organization ON clients (organization_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX enterprises_organization ON enterprises (organization_id) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX views_name ON views (owner_id, list, name) WHERE withdrawn_at IS NULL;
