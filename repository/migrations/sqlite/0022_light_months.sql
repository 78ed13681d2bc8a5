-- +goose Up
-- The light that each project showed at the end of each month, with what was measured: rules that are a sequence, or hold
-- for months running, look back on it. Kept where the office has such rules.
CREATE TABLE light_months (
    project_id text NOT NULL,
    month      text NOT NULL,
    colour     text NOT NULL,
    measured   text NOT NULL,
    kept_at    timestamp NOT NULL,
    PRIMARY KEY (project_id, month)
);
