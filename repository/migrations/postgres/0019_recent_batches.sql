-- +goose Up
-- A batch says how many records it passed over, and how many its undoing put
-- back, so that people find their latest ones again.
ALTER TABLE batches ADD COLUMN passed bigint NOT NULL DEFAULT 0;
ALTER TABLE batches ADD COLUMN put_back bigint NOT NULL DEFAULT 0;
CREATE INDEX batches_maker ON batches (made_by, made_at);

-- Leads are listed by the day they were reported.
CREATE INDEX leads_reported ON leads (reported_on, id);
