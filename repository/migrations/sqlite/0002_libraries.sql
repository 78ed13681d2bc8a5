-- +goose Up
CREATE TABLE organizations (
    id            text PRIMARY KEY,
    name          text NOT NULL,
    firm_key      text NOT NULL,
    credit_code   text,
    code_override text NOT NULL DEFAULT '',
    version       integer NOT NULL,
    created_at    timestamp NOT NULL
);
CREATE UNIQUE INDEX organizations_code ON organizations (credit_code);
CREATE INDEX organizations_name ON organizations (name);
CREATE INDEX organizations_firm_key ON organizations (firm_key);

CREATE TABLE clients (
    id              text PRIMARY KEY,
    organization_id text NOT NULL REFERENCES organizations (id),
    investor_class  text NOT NULL DEFAULT '',
    tiers           text NOT NULL,
    origin_code     text NOT NULL DEFAULT '',
    origin_name     text NOT NULL DEFAULT '',
    strength        text NOT NULL DEFAULT '',
    terms           text NOT NULL DEFAULT '',
    needs           text NOT NULL DEFAULT '',
    key_account     boolean NOT NULL DEFAULT false,
    owner_id        text REFERENCES people (id),
    unit_id         text REFERENCES units (id),
    created_by      text,
    created_at      timestamp NOT NULL,
    updated_at      timestamp NOT NULL,
    version         integer NOT NULL
);
CREATE UNIQUE INDEX clients_organization ON clients (organization_id);
CREATE INDEX clients_updated ON clients (updated_at, id);
CREATE INDEX clients_unit ON clients (unit_id);

CREATE TABLE contacts (
    id         text PRIMARY KEY,
    client_id  text NOT NULL REFERENCES clients (id),
    name       text NOT NULL,
    title      text NOT NULL DEFAULT '',
    work_phone text NOT NULL DEFAULT '',
    work_email text NOT NULL DEFAULT '',
    note       text NOT NULL DEFAULT '',
    created_at timestamp NOT NULL,
    version    integer NOT NULL
);
CREATE INDEX contacts_client ON contacts (client_id);

CREATE TABLE enterprises (
    id              text PRIMARY KEY,
    organization_id text NOT NULL REFERENCES organizations (id),
    host_unit_id    text REFERENCES units (id),
    unit_id         text REFERENCES units (id),
    industry        text NOT NULL DEFAULT '',
    above_scale     boolean NOT NULL DEFAULT false,
    products        text NOT NULL DEFAULT '',
    upstream        text NOT NULL DEFAULT '',
    downstream      text NOT NULL DEFAULT '',
    state           text NOT NULL,
    state_since     text NOT NULL,
    requests        text NOT NULL DEFAULT '',
    created_by      text,
    created_at      timestamp NOT NULL,
    updated_at      timestamp NOT NULL,
    version         integer NOT NULL
);
CREATE UNIQUE INDEX enterprises_organization ON enterprises (organization_id);
CREATE INDEX enterprises_updated ON enterprises (updated_at, id);
CREATE INDEX enterprises_host ON enterprises (host_unit_id, state);

CREATE TABLE leads (
    id            text PRIMARY KEY,
    company       text NOT NULL,
    subject       text NOT NULL,
    channel       text NOT NULL,
    amount        integer,
    industry      text NOT NULL DEFAULT '',
    contact_name  text NOT NULL DEFAULT '',
    contact_phone text NOT NULL DEFAULT '',
    note          text NOT NULL DEFAULT '',
    referrer_kind text NOT NULL DEFAULT '',
    referrer_id   text,
    referrer_name text NOT NULL DEFAULT '',
    owner_id      text REFERENCES people (id),
    next_on       text,
    next_action   text NOT NULL DEFAULT '',
    unit_id       text REFERENCES units (id),
    reported_on   text NOT NULL,
    received_at   timestamp NOT NULL,
    state         text NOT NULL,
    verdict       text NOT NULL DEFAULT '',
    assessed_by   text,
    assessed_on   text,
    client_id     text REFERENCES clients (id),
    project_id    text,
    created_by    text,
    updated_at    timestamp NOT NULL,
    version       integer NOT NULL
);
CREATE INDEX leads_received ON leads (received_at, id);
CREATE INDEX leads_owner ON leads (owner_id, next_on);
CREATE INDEX leads_unit ON leads (unit_id, received_at);

CREATE TABLE projects (
    id                  text PRIMARY KEY,
    code                text NOT NULL,
    name                text NOT NULL,
    name_key            text NOT NULL,
    content             text NOT NULL DEFAULT '',
    purpose             text NOT NULL DEFAULT '',
    kind                text NOT NULL DEFAULT '',
    industry            text NOT NULL DEFAULT '',
    section             text NOT NULL DEFAULT '',
    chain               text NOT NULL DEFAULT '',
    construction        text NOT NULL DEFAULT '',
    host_unit_id        text REFERENCES units (id),
    site                text NOT NULL DEFAULT '',
    land                integer,
    total_investment    integer,
    fixed_investment    integer,
    contract_amount     integer,
    funds_reported      integer,
    currency            text NOT NULL DEFAULT 'CNY',
    rate_micro          integer NOT NULL DEFAULT 0,
    rate_on             text,
    jobs                integer,
    annual_output       integer,
    annual_tax          integer,
    key_levels          text NOT NULL,
    key_level           text NOT NULL DEFAULT '',
    horizon             text NOT NULL DEFAULT '',
    high_tech           boolean NOT NULL DEFAULT false,
    high_tech_basis     text NOT NULL DEFAULT '',
    planned_start       text,
    planned_completion  text,
    planned_production  text,
    responsible_unit_id text NOT NULL REFERENCES units (id),
    attracting_unit_id  text REFERENCES units (id),
    channel             text NOT NULL DEFAULT '',
    client_id           text REFERENCES clients (id),
    company_name        text NOT NULL DEFAULT '',
    company_code        text NOT NULL DEFAULT '',
    code_override       text NOT NULL DEFAULT '',
    lead_id             text REFERENCES leads (id),
    dossier             text NOT NULL,
    completeness        integer NOT NULL DEFAULT 0,
    stage               text NOT NULL DEFAULT '',
    stage_rank          integer NOT NULL DEFAULT -1,
    stage_since         text,
    status              text NOT NULL,
    status_reason       text NOT NULL DEFAULT '',
    status_since        text,
    review_on           text,
    reached             text NOT NULL,
    signed_on           text,
    registered_on       text,
    permitting_on       text,
    started_on          text,
    completed_on        text,
    in_production_on    text,
    full_capacity_on    text,
    ended_on            text,
    signed_amount       integer,
    created_by          text,
    created_at          timestamp NOT NULL,
    updated_at          timestamp NOT NULL,
    version             integer NOT NULL
);
CREATE UNIQUE INDEX projects_code ON projects (code);
CREATE INDEX projects_name_key ON projects (name_key);
CREATE INDEX projects_updated ON projects (updated_at, id);
CREATE INDEX projects_amount ON projects (COALESCE(total_investment, -1), id);
CREATE INDEX projects_unit_stage_amount ON projects (responsible_unit_id, stage, COALESCE(total_investment, -1), id);
CREATE INDEX projects_host ON projects (host_unit_id);
CREATE INDEX projects_attracting ON projects (attracting_unit_id);
CREATE INDEX projects_client ON projects (client_id);
CREATE INDEX projects_signed ON projects (signed_on, id);
CREATE INDEX projects_funnel ON projects (stage, total_investment);

CREATE TABLE assignments (
    id           text PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    person_id    text NOT NULL REFERENCES people (id),
    from_on      text NOT NULL,
    to_on        text
);
CREATE INDEX assignments_subject ON assignments (subject_kind, subject_id);
CREATE INDEX assignments_person ON assignments (person_id, subject_kind, subject_id);

CREATE TABLE stage_events (
    id          text PRIMARY KEY,
    project_id  text NOT NULL REFERENCES projects (id),
    code        text NOT NULL,
    occurred_on text NOT NULL,
    recorded_at timestamp NOT NULL,
    recorded_by text,
    by_name     text NOT NULL DEFAULT '',
    note        text NOT NULL DEFAULT '',
    reason      text NOT NULL DEFAULT '',
    review_on   text,
    amount      integer,
    corrects    text REFERENCES stage_events (id),
    void        boolean NOT NULL DEFAULT false,
    source      text NOT NULL
);
CREATE INDEX stage_events_project ON stage_events (project_id, recorded_at, id);

CREATE TABLE visits (
    id         text PRIMARY KEY,
    way        text NOT NULL,
    visit_on   text NOT NULL,
    starts_at  text NOT NULL DEFAULT '',
    company    text NOT NULL,
    place      text NOT NULL DEFAULT '',
    leader_id  text REFERENCES people (id),
    party      text NOT NULL,
    met        text NOT NULL DEFAULT '',
    purpose    text NOT NULL DEFAULT '',
    owner_id   text REFERENCES people (id),
    unit_id    text REFERENCES units (id),
    state      text NOT NULL,
    outcome    text NOT NULL DEFAULT '',
    summary    text NOT NULL DEFAULT '',
    reason     text NOT NULL DEFAULT '',
    created_by text,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    version    integer NOT NULL
);
CREATE INDEX visits_on ON visits (visit_on, id);
CREATE INDEX visits_leader ON visits (leader_id, visit_on);
CREATE INDEX visits_owner ON visits (owner_id, visit_on);
CREATE INDEX visits_unit ON visits (unit_id, visit_on);

CREATE TABLE visit_links (
    visit_id     text NOT NULL REFERENCES visits (id),
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    PRIMARY KEY (visit_id, subject_kind, subject_id)
);
CREATE INDEX visit_links_subject ON visit_links (subject_kind, subject_id);

CREATE TABLE follow_ups (
    id           text PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    title        text NOT NULL,
    about        text NOT NULL DEFAULT '',
    owner_id     text NOT NULL REFERENCES people (id),
    unit_id      text,
    due_on       text NOT NULL,
    done_at      timestamp,
    version      integer NOT NULL
);
CREATE INDEX follow_ups_owner ON follow_ups (owner_id, due_on);
CREATE INDEX follow_ups_subject ON follow_ups (subject_kind, subject_id);

-- What was reported is never overwritten: stage events only grow.
-- +goose StatementBegin
CREATE TRIGGER stage_events_no_update BEFORE UPDATE ON stage_events
BEGIN
    SELECT RAISE(ABORT, 'stage_events is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER stage_events_no_delete BEFORE DELETE ON stage_events
BEGIN
    SELECT RAISE(ABORT, 'stage_events is append-only');
END;
-- +goose StatementEnd
