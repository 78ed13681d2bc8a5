-- +goose Up
CREATE TABLE calendar_feeds (
    person_id text PRIMARY KEY REFERENCES people (id),
    hash      text NOT NULL,
    mine      boolean NOT NULL DEFAULT false,
    lang      text NOT NULL,
    issued_at timestamp NOT NULL
);
CREATE UNIQUE INDEX calendar_feeds_hash ON calendar_feeds (hash);
CREATE INDEX leads_next ON leads (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX projects_planned_start ON projects (planned_start) WHERE planned_start IS NOT NULL;
CREATE INDEX projects_planned_completion ON projects (planned_completion) WHERE planned_completion IS NOT NULL;
CREATE INDEX projects_planned_production ON projects (planned_production) WHERE planned_production IS NOT NULL;
CREATE INDEX projects_review ON projects (review_on) WHERE review_on IS NOT NULL;
