-- +goose Up
-- What a photo says of itself, and the capital an organisation is registered with, in 元.
ALTER TABLE attachments ADD COLUMN taken_on date;
ALTER TABLE attachments ADD COLUMN latitude double precision;
ALTER TABLE attachments ADD COLUMN longitude double precision;
ALTER TABLE organizations ADD COLUMN registered_capital bigint NOT NULL DEFAULT 0;
