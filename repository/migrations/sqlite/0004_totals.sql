-- +goose Up
-- What the front page adds up, kept beside the projects: cells, each project's
-- share of them, and a mark for every project that changed since.
CREATE TABLE totals_cells (
    measure   text    NOT NULL,
    bucket    integer NOT NULL,
    n         integer NOT NULL,
    confirmed integer NOT NULL,
    amount    integer NOT NULL,
    PRIMARY KEY (measure, bucket)
) WITHOUT ROWID;
CREATE TABLE totals_shares (
    project_id text    PRIMARY KEY REFERENCES projects (id),
    cells      text    NOT NULL,
    rank       integer NOT NULL,
    wan        integer NOT NULL
);
CREATE INDEX totals_shares_worst ON totals_shares (rank, wan DESC, project_id) WHERE rank >= 0;
CREATE TABLE totals_marks (
    id         integer PRIMARY KEY AUTOINCREMENT,
    project_id text    NOT NULL
);
CREATE INDEX totals_marks_project ON totals_marks (project_id);
CREATE INDEX fund_entries_corrects ON fund_entries (corrects) WHERE corrects IS NOT NULL;
INSERT INTO totals_marks (project_id) SELECT id FROM projects ORDER BY id;

-- +goose StatementBegin
CREATE TRIGGER projects_mark_totals_new AFTER INSERT ON projects BEGIN
    INSERT INTO totals_marks (project_id) VALUES (NEW.id);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER projects_mark_totals AFTER UPDATE ON projects BEGIN
    INSERT INTO totals_marks (project_id) VALUES (NEW.id);
END;
-- +goose StatementEnd
