package repository

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/reporting"
)

type ruleRow struct {
	Version     int
	Name        string
	Rule        document[storedCountingRule]
	PublishedAt time.Time
	ByName      string
}

func (ruleRow) TableName() string { return "counting_rules" }

// Rules implements pipeline.RuleStore.
func (s *RuleStore) Rules(ctx context.Context) ([]reporting.CountingRule, error) {
	var rows []ruleRow
	err := s.db.read(ctx).Order("version DESC").Find(&rows).Error
	return mapped(rows, func(r ruleRow) reporting.CountingRule { return r.Rule.V.entity() }), err
}

// AddRule implements pipeline.RuleStore.
func (s *RuleStore) AddRule(ctx context.Context, r reporting.CountingRule) error {
	row := ruleRow{r.Version, r.Name, document[storedCountingRule]{storeCountingRule(r)}, r.PublishedAt, r.ByName}
	taken := domain.Conflict("rule.published_meanwhile")
	return s.db.insert(ctx, &row, map[string]error{"counting_rules_pkey": taken, "counting_rules.version": taken})
}

// RuleStore stores the rule records of one database.
type RuleStore struct{ db *DB }

// NewRuleStore returns the store over db.
func NewRuleStore(db *DB) *RuleStore { return &RuleStore{db: db} }
