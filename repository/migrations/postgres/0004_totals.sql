-- +goose Up
-- What the front page adds up, kept beside the projects: cells, each project's
-- share of them, and a mark for every project that changed since.
CREATE TABLE totals_cells (
    measure   text    NOT NULL,
    bucket    integer NOT NULL,
    n         bigint  NOT NULL,
    confirmed bigint  NOT NULL,
    amount    bigint  NOT NULL,
    PRIMARY KEY (measure, bucket)
);
CREATE TABLE totals_shares (
    project_id uuid     PRIMARY KEY REFERENCES projects (id),
    cells      text     NOT NULL,
    rank       smallint NOT NULL,
    wan        bigint   NOT NULL
);
CREATE INDEX totals_shares_worst ON totals_shares (rank, wan DESC, project_id) WHERE rank >= 0;
CREATE TABLE totals_marks (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id uuid   NOT NULL
);
CREATE INDEX totals_marks_project ON totals_marks (project_id);
CREATE INDEX fund_entries_corrects ON fund_entries (corrects) WHERE corrects IS NOT NULL;
INSERT INTO totals_marks (project_id) SELECT id FROM projects ORDER BY id;

-- +goose StatementBegin
CREATE FUNCTION mark_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO totals_marks (project_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER projects_mark_totals AFTER INSERT OR UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION mark_totals();
