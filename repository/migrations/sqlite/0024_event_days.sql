-- +goose Up
-- How well the day of an event is known. The day that was there before is the last on
-- which it may have happened; what was recorded until now is known to the day.
ALTER TABLE stage_events ADD COLUMN occurred_precision text NOT NULL DEFAULT 'day';
ALTER TABLE signing_events ADD COLUMN signed_precision text NOT NULL DEFAULT 'day';
ALTER TABLE timeline ADD COLUMN occurred_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN stage_since_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN status_since_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN ended_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN signed_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN started_precision text NOT NULL DEFAULT 'day';
ALTER TABLE projects ADD COLUMN signed_earliest text;
ALTER TABLE projects ADD COLUMN started_earliest text;
ALTER TABLE projects ADD COLUMN produced_earliest text;
ALTER TABLE projects ADD COLUMN ended_earliest text;
-- The first day on which it may have happened: that of the stage itself, and where a
-- ledger left the stage out, not before the stages that came before it.
UPDATE projects SET signed_earliest = signed_on, ended_earliest = ended_on,
    started_earliest = CASE WHEN started_on IS NOT NULL THEN started_on
        ELSE (SELECT max(e.value) FROM json_each(projects.reached) AS e WHERE e.key IN ('LEAD', 'QUALIFIED', 'NEGOTIATING', 'INTENT', 'REVIEWED', 'SIGNED', 'REGISTERED', 'PERMITTING') AND e.value <= COALESCE(completed_on, in_production_on, full_capacity_on)) END,
    produced_earliest = CASE WHEN in_production_on IS NOT NULL THEN in_production_on
        ELSE (SELECT max(e.value) FROM json_each(projects.reached) AS e WHERE e.key IN ('LEAD', 'QUALIFIED', 'NEGOTIATING', 'INTENT', 'REVIEWED', 'SIGNED', 'REGISTERED', 'PERMITTING', 'STARTED', 'COMPLETED') AND e.value <= full_capacity_on) END;
