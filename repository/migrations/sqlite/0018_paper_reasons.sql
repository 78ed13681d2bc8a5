-- +goose Up
-- Why a project needs no paper that a gate asks for: the last of a need holds, an
-- empty one takes it back. A verdict names those that the verifier looked at.
CREATE TABLE paper_reasons (
    id         text PRIMARY KEY,
    project_id text NOT NULL REFERENCES projects (id),
    need       text NOT NULL,
    reason     text NOT NULL,
    written_by text NOT NULL REFERENCES people (id),
    by_name    text NOT NULL,
    written_at timestamp NOT NULL
);
CREATE INDEX paper_reasons_project ON paper_reasons (project_id, written_at);
-- +goose StatementBegin
CREATE TRIGGER paper_reasons_no_update BEFORE UPDATE ON paper_reasons
BEGIN
    SELECT RAISE(ABORT, 'paper_reasons is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER paper_reasons_no_delete BEFORE DELETE ON paper_reasons
BEGIN
    SELECT RAISE(ABORT, 'paper_reasons is append-only');
END;
-- +goose StatementEnd

ALTER TABLE stage_verdicts ADD COLUMN reasons text NOT NULL DEFAULT '[]';
