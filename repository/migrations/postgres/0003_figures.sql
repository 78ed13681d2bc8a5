-- +goose Up
-- What reports count a project by, one row a version in which it changed, so
-- that figures can be counted again as they were known on a day.
CREATE TABLE project_facts (
    project_id  uuid NOT NULL REFERENCES projects (id),
    version     bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    facts       jsonb NOT NULL,
    PRIMARY KEY (project_id, version)
);

CREATE TABLE stage_verdicts (
    id         uuid PRIMARY KEY,
    event_id   uuid NOT NULL REFERENCES stage_events (id),
    project_id uuid NOT NULL REFERENCES projects (id),
    agrees     boolean NOT NULL,
    note       text NOT NULL DEFAULT '',
    decided_by uuid NOT NULL REFERENCES people (id),
    by_name    text NOT NULL,
    unit_id    uuid,
    decided_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX stage_verdicts_once ON stage_verdicts (event_id, decided_by);
CREATE INDEX stage_verdicts_project ON stage_verdicts (project_id);

CREATE TABLE signing_events (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES projects (id),
    kind        text NOT NULL,
    signed_on   date NOT NULL,
    amount      bigint NOT NULL,
    counterpart text NOT NULL DEFAULT '',
    occasion    text NOT NULL DEFAULT '',
    exclusions  jsonb NOT NULL,
    note        text NOT NULL DEFAULT '',
    corrects    uuid REFERENCES signing_events (id),
    void        boolean NOT NULL DEFAULT false,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    by_name     text NOT NULL DEFAULT ''
);
CREATE INDEX signing_events_project ON signing_events (project_id, recorded_at, id);

CREATE TABLE credit_splits (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES projects (id),
    from_on     date NOT NULL,
    basis       text NOT NULL,
    shares      jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    by_name     text NOT NULL DEFAULT ''
);
CREATE INDEX credit_splits_project ON credit_splits (project_id, recorded_at, id);

CREATE TABLE fund_entries (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES projects (id),
    category    text NOT NULL,
    amount      bigint NOT NULL,
    paid_on     date NOT NULL,
    voucher     text NOT NULL,
    outside     text NOT NULL DEFAULT '',
    outside_bp  bigint NOT NULL DEFAULT 0,
    evidence    jsonb NOT NULL,
    note        text NOT NULL DEFAULT '',
    corrects    uuid REFERENCES fund_entries (id),
    void        boolean NOT NULL DEFAULT false,
    reported_at timestamptz NOT NULL,
    reported_by uuid,
    by_name     text NOT NULL DEFAULT '',
    unit_id     uuid
);
CREATE INDEX fund_entries_project ON fund_entries (project_id, reported_at, id);
CREATE INDEX fund_entries_paid ON fund_entries (paid_on, id);

-- A voucher counts once: whoever holds the number is the entry that stands.
CREATE TABLE fund_vouchers (
    voucher_key text PRIMARY KEY,
    entry_id    uuid NOT NULL REFERENCES fund_entries (id)
);

CREATE TABLE fund_verdicts (
    id          uuid PRIMARY KEY,
    entry_id    uuid NOT NULL REFERENCES fund_entries (id),
    project_id  uuid NOT NULL REFERENCES projects (id),
    amount      bigint NOT NULL,
    note        text NOT NULL DEFAULT '',
    decided_by  uuid NOT NULL REFERENCES people (id),
    by_name     text NOT NULL,
    unit_id     uuid,
    decided_at  timestamptz NOT NULL
);
CREATE INDEX fund_verdicts_entry ON fund_verdicts (entry_id, decided_at, id);
CREATE INDEX fund_verdicts_project ON fund_verdicts (project_id);

CREATE TABLE counting_rules (
    version      bigint PRIMARY KEY,
    name         text NOT NULL,
    rule         jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    by_name      text NOT NULL DEFAULT ''
);

CREATE TABLE bulletins (
    id           uuid PRIMARY KEY,
    month        text NOT NULL,
    rule_version bigint NOT NULL,
    effective_on date NOT NULL,
    as_of        timestamptz NOT NULL,
    figures      text NOT NULL,
    published_at timestamptz NOT NULL,
    by_name      text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX bulletins_month ON bulletins (month);

CREATE TABLE suspicions (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES projects (id),
    kind        text NOT NULL,
    key         text NOT NULL,
    evidence    jsonb NOT NULL,
    found_on    date NOT NULL,
    state       text NOT NULL,
    answer      text NOT NULL DEFAULT '',
    answered_by text NOT NULL DEFAULT '',
    answered_at timestamptz,
    verdict     text NOT NULL DEFAULT '',
    closed_by   text NOT NULL DEFAULT '',
    closed_at   timestamptz,
    version     bigint NOT NULL
);
CREATE UNIQUE INDEX suspicions_once ON suspicions (project_id, kind, key);
CREATE INDEX suspicions_state ON suspicions (state, found_on, id);

CREATE TABLE targets (
    id        uuid PRIMARY KEY,
    unit_id   uuid NOT NULL REFERENCES units (id),
    year      bigint NOT NULL,
    indicator text NOT NULL,
    value     bigint NOT NULL,
    version   bigint NOT NULL
);
CREATE UNIQUE INDEX targets_once ON targets (year, indicator, unit_id);

ALTER TABLE projects ADD COLUMN signed_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN started_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN produced_confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE projects ADD COLUMN funds_entered bigint NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN funds_verified bigint NOT NULL DEFAULT 0;

CREATE TRIGGER project_facts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON project_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stage_verdicts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_verdicts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signing_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_splits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_splits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fund_verdicts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_verdicts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER counting_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON counting_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulletins_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletins FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
