-- +goose Up
-- What a photo says of itself, and the capital an organisation is registered with, in 元.
ALTER TABLE attachments ADD COLUMN taken_on text;
ALTER TABLE attachments ADD COLUMN latitude real;
ALTER TABLE attachments ADD COLUMN longitude real;
ALTER TABLE organizations ADD COLUMN registered_capital integer NOT NULL DEFAULT 0;
