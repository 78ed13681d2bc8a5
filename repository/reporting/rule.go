package reporting

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

type ruleRow struct {
	Version     int
	Name        string
	Rule        sqlkit.Document[StoredCountingRule]
	PublishedAt time.Time
	ByName      string
}

func (ruleRow) TableName() string { return "counting_rules" }

// Rules implements reporting.RuleStore.
func (s *RuleStore) Rules(ctx context.Context) ([]reporting.CountingRule, error) {
	var rows []ruleRow
	err := s.db.Read(ctx).Order("version DESC").Find(&rows).Error
	return sqlkit.Mapped(rows, func(r ruleRow) reporting.CountingRule { return r.Rule.V.Entity() }), err
}

// AddRule implements reporting.RuleStore.
func (s *RuleStore) AddRule(ctx context.Context, r reporting.CountingRule) error {
	row := ruleRow{Version: r.Version, Name: r.Name, Rule: sqlkit.Document[StoredCountingRule]{V: StoreCountingRule(r)},
		PublishedAt: r.PublishedAt, ByName: r.ByName}
	taken := domain.Conflict("rule.published_meanwhile")
	return s.db.Insert(ctx, &row, map[string]error{"counting_rules_pkey": taken, "counting_rules.version": taken})
}

// RuleStore stores counting rules.
type RuleStore struct{ db *sqlkit.DB }

// NewRuleStore returns the store over db.
func NewRuleStore(db *sqlkit.DB) *RuleStore { return &RuleStore{db: db} }
