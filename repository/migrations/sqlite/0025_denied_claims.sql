-- +goose Up
-- The first stage of a project that was claimed and that verifiers do not recognise; empty where there is none.
ALTER TABLE projects ADD COLUMN denied_stage text NOT NULL DEFAULT '';

-- Projects whose state was stored before a denial counted: it is reckoned anew from their events when the product starts.
CREATE TABLE projects_to_restate (
    project_id text PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE
);
INSERT INTO projects_to_restate (project_id) SELECT DISTINCT v.project_id FROM stage_verdicts AS v WHERE NOT v.agrees;
