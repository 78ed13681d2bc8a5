-- +goose Up
CREATE TABLE organizations (
    id            uuid PRIMARY KEY,
    name          text NOT NULL,
    firm_key      text NOT NULL,
    credit_code   text,
    code_override text NOT NULL DEFAULT '',
    version       bigint NOT NULL,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX organizations_code ON organizations (credit_code);
CREATE INDEX organizations_name ON organizations (name);
CREATE INDEX organizations_firm_key ON organizations (firm_key);

CREATE TABLE clients (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    investor_class  text NOT NULL DEFAULT '',
    tiers           jsonb NOT NULL,
    origin_code     text NOT NULL DEFAULT '',
    origin_name     text NOT NULL DEFAULT '',
    strength        text NOT NULL DEFAULT '',
    terms           text NOT NULL DEFAULT '',
    needs           text NOT NULL DEFAULT '',
    key_account     boolean NOT NULL DEFAULT false,
    owner_id        uuid REFERENCES people (id),
    unit_id         uuid REFERENCES units (id),
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint NOT NULL
);
CREATE UNIQUE INDEX clients_organization ON clients (organization_id);
CREATE INDEX clients_updated ON clients (updated_at, id);
CREATE INDEX clients_unit ON clients (unit_id);

CREATE TABLE contacts (
    id         uuid PRIMARY KEY,
    client_id  uuid NOT NULL REFERENCES clients (id),
    name       text NOT NULL,
    title      text NOT NULL DEFAULT '',
    work_phone text NOT NULL DEFAULT '',
    work_email text NOT NULL DEFAULT '',
    note       text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX contacts_client ON contacts (client_id);

CREATE TABLE enterprises (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    host_unit_id    uuid REFERENCES units (id),
    unit_id         uuid REFERENCES units (id),
    industry        text NOT NULL DEFAULT '',
    above_scale     boolean NOT NULL DEFAULT false,
    products        text NOT NULL DEFAULT '',
    upstream        text NOT NULL DEFAULT '',
    downstream      text NOT NULL DEFAULT '',
    state           text NOT NULL,
    state_since     date NOT NULL,
    requests        text NOT NULL DEFAULT '',
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint NOT NULL
);
CREATE UNIQUE INDEX enterprises_organization ON enterprises (organization_id);
CREATE INDEX enterprises_updated ON enterprises (updated_at, id);
CREATE INDEX enterprises_host ON enterprises (host_unit_id, state);

CREATE TABLE leads (
    id            uuid PRIMARY KEY,
    company       text NOT NULL,
    subject       text NOT NULL,
    channel       text NOT NULL,
    amount        bigint,
    industry      text NOT NULL DEFAULT '',
    contact_name  text NOT NULL DEFAULT '',
    contact_phone text NOT NULL DEFAULT '',
    note          text NOT NULL DEFAULT '',
    referrer_kind text NOT NULL DEFAULT '',
    referrer_id   uuid,
    referrer_name text NOT NULL DEFAULT '',
    owner_id      uuid REFERENCES people (id),
    next_on       date,
    next_action   text NOT NULL DEFAULT '',
    unit_id       uuid REFERENCES units (id),
    reported_on   date NOT NULL,
    received_at   timestamptz NOT NULL,
    state         text NOT NULL,
    verdict       text NOT NULL DEFAULT '',
    assessed_by   uuid,
    assessed_on   date,
    client_id     uuid REFERENCES clients (id),
    project_id    uuid,
    created_by    uuid,
    updated_at    timestamptz NOT NULL,
    version       bigint NOT NULL
);
CREATE INDEX leads_received ON leads (received_at, id);
CREATE INDEX leads_owner ON leads (owner_id, next_on);
CREATE INDEX leads_unit ON leads (unit_id, received_at);

CREATE TABLE projects (
    id                  uuid PRIMARY KEY,
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
    host_unit_id        uuid REFERENCES units (id),
    site                text NOT NULL DEFAULT '',
    land                bigint,
    total_investment    bigint,
    fixed_investment    bigint,
    contract_amount     bigint,
    funds_reported      bigint,
    currency            text NOT NULL DEFAULT 'CNY',
    rate_micro          bigint NOT NULL DEFAULT 0,
    rate_on             date,
    jobs                bigint,
    annual_output       bigint,
    annual_tax          bigint,
    key_levels          jsonb NOT NULL,
    key_level           text NOT NULL DEFAULT '',
    horizon             text NOT NULL DEFAULT '',
    high_tech           boolean NOT NULL DEFAULT false,
    high_tech_basis     text NOT NULL DEFAULT '',
    planned_start       date,
    planned_completion  date,
    planned_production  date,
    responsible_unit_id uuid NOT NULL REFERENCES units (id),
    attracting_unit_id  uuid REFERENCES units (id),
    channel             text NOT NULL DEFAULT '',
    client_id           uuid REFERENCES clients (id),
    company_name        text NOT NULL DEFAULT '',
    company_code        text NOT NULL DEFAULT '',
    code_override       text NOT NULL DEFAULT '',
    lead_id             uuid REFERENCES leads (id),
    dossier             jsonb NOT NULL,
    completeness        bigint NOT NULL DEFAULT 0,
    stage               text NOT NULL DEFAULT '',
    stage_rank          bigint NOT NULL DEFAULT -1,
    stage_since         date,
    status              text NOT NULL,
    status_reason       text NOT NULL DEFAULT '',
    status_since        date,
    review_on           date,
    reached             jsonb NOT NULL,
    signed_on           date,
    registered_on       date,
    permitting_on       date,
    started_on          date,
    completed_on        date,
    in_production_on    date,
    full_capacity_on    date,
    ended_on            date,
    signed_amount       bigint,
    created_by          uuid,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    version             bigint NOT NULL
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
    id           uuid PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    person_id    uuid NOT NULL REFERENCES people (id),
    from_on      date NOT NULL,
    to_on        date
);
CREATE INDEX assignments_subject ON assignments (subject_kind, subject_id);
CREATE INDEX assignments_person ON assignments (person_id, subject_kind, subject_id);

CREATE TABLE stage_events (
    id          uuid PRIMARY KEY,
    project_id  uuid NOT NULL REFERENCES projects (id),
    code        text NOT NULL,
    occurred_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    by_name     text NOT NULL DEFAULT '',
    note        text NOT NULL DEFAULT '',
    reason      text NOT NULL DEFAULT '',
    review_on   date,
    amount      bigint,
    corrects    uuid REFERENCES stage_events (id),
    void        boolean NOT NULL DEFAULT false,
    source      text NOT NULL
);
CREATE INDEX stage_events_project ON stage_events (project_id, recorded_at, id);

CREATE TABLE visits (
    id         uuid PRIMARY KEY,
    way        text NOT NULL,
    visit_on   date NOT NULL,
    starts_at  text NOT NULL DEFAULT '',
    company    text NOT NULL,
    place      text NOT NULL DEFAULT '',
    leader_id  uuid REFERENCES people (id),
    party      jsonb NOT NULL,
    met        text NOT NULL DEFAULT '',
    purpose    text NOT NULL DEFAULT '',
    owner_id   uuid REFERENCES people (id),
    unit_id    uuid REFERENCES units (id),
    state      text NOT NULL,
    outcome    text NOT NULL DEFAULT '',
    summary    text NOT NULL DEFAULT '',
    reason     text NOT NULL DEFAULT '',
    created_by uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX visits_on ON visits (visit_on, id);
CREATE INDEX visits_leader ON visits (leader_id, visit_on);
CREATE INDEX visits_owner ON visits (owner_id, visit_on);
CREATE INDEX visits_unit ON visits (unit_id, visit_on);

CREATE TABLE visit_links (
    visit_id     uuid NOT NULL REFERENCES visits (id),
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    PRIMARY KEY (visit_id, subject_kind, subject_id)
);
CREATE INDEX visit_links_subject ON visit_links (subject_kind, subject_id);

CREATE TABLE follow_ups (
    id           uuid PRIMARY KEY,
    subject_kind text NOT NULL,
    subject_id   uuid NOT NULL,
    title        text NOT NULL,
    about        text NOT NULL DEFAULT '',
    owner_id     uuid NOT NULL REFERENCES people (id),
    unit_id      uuid,
    due_on       date NOT NULL,
    done_at      timestamptz,
    version      bigint NOT NULL
);
CREATE INDEX follow_ups_owner ON follow_ups (owner_id, due_on);
CREATE INDEX follow_ups_subject ON follow_ups (subject_kind, subject_id);

-- What was reported is never overwritten: stage events only grow.
CREATE TRIGGER stage_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON stage_events FROM PUBLIC, CURRENT_USER;
