-- +goose Up
-- The front page lists the worst lights of key projects, few among all.
CREATE INDEX projects_key_level ON projects (key_level) WHERE key_level <> '';
