-- +goose Up
-- Which attachments show how much of the money that a verifier found; empty on verdicts of before.
ALTER TABLE fund_verdicts ADD COLUMN supports text NOT NULL DEFAULT '[]';
