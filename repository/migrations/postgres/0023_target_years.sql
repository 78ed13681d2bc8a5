-- +goose Up
-- How often the targets of a year were set: whoever sets them again names the version that was read.
CREATE TABLE target_years (
    year    integer PRIMARY KEY,
    version integer NOT NULL
);
