-- +goose Up
-- Why a project needs no paper that a gate asks for: the last of a need holds, an
-- empty one takes it back. A verdict names those that the verifier looked at.
CREATE TABLE paper_reasons (
    id         uuid PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES projects (id),
    need       text NOT NULL,
    reason     text NOT NULL,
    written_by uuid NOT NULL REFERENCES people (id),
    by_name    text NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX paper_reasons_project ON paper_reasons (project_id, written_at);
CREATE TRIGGER paper_reasons_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paper_reasons FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE stage_verdicts ADD COLUMN reasons jsonb NOT NULL DEFAULT '[]';
