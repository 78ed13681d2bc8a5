-- +goose Up
-- What reports count a project by, one row a version in which it changed, so
-- that figures can be counted again as they were known on a day.
CREATE TABLE project_facts (
    project_id  text NOT NULL REFERENCES projects (id),
    version     integer NOT NULL,
    recorded_at timestamp NOT NULL,
    facts       text NOT NULL,
    PRIMARY KEY (project_id, version)
);

CREATE TABLE stage_verdicts (
    id         text PRIMARY KEY,
    event_id   text NOT NULL REFERENCES stage_events (id),
    project_id text NOT NULL REFERENCES projects (id),
    agrees     boolean NOT NULL,
    note       text NOT NULL DEFAULT '',
    decided_by text NOT NULL REFERENCES people (id),
    by_name    text NOT NULL,
    unit_id    text,
    decided_at timestamp NOT NULL
);
CREATE UNIQUE INDEX stage_verdicts_once ON stage_verdicts (event_id, decided_by);
CREATE INDEX stage_verdicts_project ON stage_verdicts (project_id);

CREATE TABLE signing_events (
    id          text PRIMARY KEY,
    project_id  text NOT NULL REFERENCES projects (id),
    kind        text NOT NULL,
    signed_on   text NOT NULL,
    amount      integer NOT NULL,
    counterpart text NOT NULL DEFAULT '',
    occasion    text NOT NULL DEFAULT '',
    exclusions  text NOT NULL,
    note        text NOT NULL DEFAULT '',
    corrects    text REFERENCES signing_events (id),
    void        boolean NOT NULL DEFAULT false,
    recorded_at timestamp NOT NULL,
    recorded_by text,
    by_name     text NOT NULL DEFAULT ''
);
CREATE INDEX signing_events_project ON signing_events (project_id, recorded_at, id);

CREATE TABLE credit_splits (
    id          text PRIMARY KEY,
    project_id  text NOT NULL REFERENCES projects (id),
    from_on     text NOT NULL,
    basis       text NOT NULL,
    shares      text NOT NULL,
    recorded_at timestamp NOT NULL,
    recorded_by text,
    by_name     text NOT NULL DEFAULT ''
);
CREATE INDEX credit_splits_project ON credit_splits (project_id, recorded_at, id);

CREATE TABLE fund_entries (
    id          text PRIMARY KEY,
    project_id  text NOT NULL REFERENCES projects (id),
    category    text NOT NULL,
    amount      integer NOT NULL,
    paid_on     text NOT NULL,
    voucher     text NOT NULL,
    outside     text NOT NULL DEFAULT '',
    outside_bp  integer NOT NULL DEFAULT 0,
    evidence    text NOT NULL,
    note        text NOT NULL DEFAULT '',
    corrects    text REFERENCES fund_entries (id),
    void        boolean NOT NULL DEFAULT false,
    reported_at timestamp NOT NULL,
    reported_by text,
    by_name     text NOT NULL DEFAULT '',
    unit_id     text
);
CREATE INDEX fund_entries_project ON fund_entries (project_id, reported_at, id);
CREATE INDEX fund_entries_paid ON fund_entries (paid_on, id);

-- A voucher counts once: whoever holds the number is the entry that stands.
CREATE TABLE fund_vouchers (
    voucher_key text PRIMARY KEY,
    entry_id    text NOT NULL REFERENCES fund_entries (id)
);

CREATE TABLE fund_verdicts (
    id          text PRIMARY KEY,
    entry_id    text NOT NULL REFERENCES fund_entries (id),
    project_id  text NOT NULL REFERENCES projects (id),
    amount      integer NOT NULL,
    note        text NOT NULL DEFAULT '',
    decided_by  text NOT NULL REFERENCES people (id),
    by_name     text NOT NULL,
    unit_id     text,
    decided_at  timestamp NOT NULL
);
CREATE INDEX fund_verdicts_entry ON fund_verdicts (entry_id, decided_at, id);
CREATE INDEX fund_verdicts_project ON fund_verdicts (project_id);

CREATE TABLE counting_rules (
    version      integer PRIMARY KEY,
    name         text NOT NULL,
    rule         text NOT NULL,
    published_at timestamp NOT NULL,
    by_name      text NOT NULL DEFAULT ''
);

CREATE TABLE bulletins (
    id           text PRIMARY KEY,
    month        text NOT NULL,
    rule_version integer NOT NULL,
    effective_on text NOT NULL,
    as_of        timestamp NOT NULL,
    figures      text NOT NULL,
    published_at timestamp NOT NULL,
    by_name      text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX bulletins_month ON bulletins (month);

CREATE TABLE suspicions (
    id          text PRIMARY KEY,
    project_id  text NOT NULL REFERENCES projects (id),
    kind        text NOT NULL,
    key         text NOT NULL,
    evidence    text NOT NULL,
    found_on    text NOT NULL,
    state       text NOT NULL,
    answer      text NOT NULL DEFAULT '',
    answered_by text NOT NULL DEFAULT '',
    answered_at timestamp,
    verdict     text NOT NULL DEFAULT '',
    closed_by   text NOT NULL DEFAULT '',
    closed_at   timestamp,
    version     integer NOT NULL
);
CREATE UNIQUE INDEX suspicions_once ON suspicions (project_id, kind, key);
CREATE INDEX suspicions_state ON suspicions (state, found_on, id);

CREATE TABLE targets (
    id        text PRIMARY KEY,
    unit_id   text NOT NULL REFERENCES units (id),
    year      integer NOT NULL,
    indicator text NOT NULL,
    value     integer NOT NULL,
    version   integer NOT NULL
);
CREATE UNIQUE INDEX targets_once ON targets (year, indicator, unit_id);

ALTER TABLE projects ADD COLUMN signed_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN started_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN produced_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN funds_entered integer NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN funds_verified integer NOT NULL DEFAULT 0;

-- +goose StatementBegin
CREATE TRIGGER project_facts_no_update BEFORE UPDATE ON project_facts
BEGIN
    SELECT RAISE(ABORT, 'project_facts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER project_facts_no_delete BEFORE DELETE ON project_facts
BEGIN
    SELECT RAISE(ABORT, 'project_facts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER stage_verdicts_no_update BEFORE UPDATE ON stage_verdicts
BEGIN
    SELECT RAISE(ABORT, 'stage_verdicts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER stage_verdicts_no_delete BEFORE DELETE ON stage_verdicts
BEGIN
    SELECT RAISE(ABORT, 'stage_verdicts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER signing_events_no_update BEFORE UPDATE ON signing_events
BEGIN
    SELECT RAISE(ABORT, 'signing_events is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER signing_events_no_delete BEFORE DELETE ON signing_events
BEGIN
    SELECT RAISE(ABORT, 'signing_events is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER credit_splits_no_update BEFORE UPDATE ON credit_splits
BEGIN
    SELECT RAISE(ABORT, 'credit_splits is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER credit_splits_no_delete BEFORE DELETE ON credit_splits
BEGIN
    SELECT RAISE(ABORT, 'credit_splits is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER fund_entries_no_update BEFORE UPDATE ON fund_entries
BEGIN
    SELECT RAISE(ABORT, 'fund_entries is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER fund_entries_no_delete BEFORE DELETE ON fund_entries
BEGIN
    SELECT RAISE(ABORT, 'fund_entries is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER fund_verdicts_no_update BEFORE UPDATE ON fund_verdicts
BEGIN
    SELECT RAISE(ABORT, 'fund_verdicts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER fund_verdicts_no_delete BEFORE DELETE ON fund_verdicts
BEGIN
    SELECT RAISE(ABORT, 'fund_verdicts is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER counting_rules_no_update BEFORE UPDATE ON counting_rules
BEGIN
    SELECT RAISE(ABORT, 'counting_rules is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER counting_rules_no_delete BEFORE DELETE ON counting_rules
BEGIN
    SELECT RAISE(ABORT, 'counting_rules is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bulletins_no_update BEFORE UPDATE ON bulletins
BEGIN
    SELECT RAISE(ABORT, 'bulletins is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bulletins_no_delete BEFORE DELETE ON bulletins
BEGIN
    SELECT RAISE(ABORT, 'bulletins is append-only');
END;
-- +goose StatementEnd
