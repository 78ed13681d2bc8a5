-- +goose Up
-- The sample county: at most one, and each record that its loading made.
CREATE TABLE sample (
    one        smallint PRIMARY KEY CHECK (one = 1),
    run        uuid NOT NULL,
    state      text NOT NULL,
    county     text NOT NULL,
    done       bigint NOT NULL DEFAULT 0,
    total      bigint NOT NULL DEFAULT 0,
    by_name    text NOT NULL DEFAULT '',
    beat_at    timestamptz NOT NULL,
    loaded_at  timestamptz
);
CREATE TABLE sample_rows (
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    title        text NOT NULL DEFAULT '',
    version      bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (subject_kind, subject_id)
);

-- Units and people of a sample that was removed: what was recorded of them is
-- append-only and stays, nobody sees them.
ALTER TABLE units ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE people ADD COLUMN withdrawn_at timestamptz;
