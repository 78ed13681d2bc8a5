-- +goose Up
-- 年度计划投资: what a project is to bring into place in each year, 元.
ALTER TABLE projects ADD COLUMN year_plans jsonb NOT NULL DEFAULT '[]';
