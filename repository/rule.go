package repository

import (
	"context"
	"encoding/json"
	"time"

	"sangu/domain"
	"sangu/domain/pipeline"
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
func (s *Libraries) Rules(ctx context.Context) ([]pipeline.CountingRule, error) {
	var rows []ruleRow
	err := s.db.read(ctx).Order("version DESC").Find(&rows).Error
	return mapped(rows, func(r ruleRow) pipeline.CountingRule { return r.Rule.V.entity() }), err
}

// AddRule implements pipeline.RuleStore.
func (s *Libraries) AddRule(ctx context.Context, r pipeline.CountingRule) error {
	row := ruleRow{r.Version, r.Name, document[storedCountingRule]{storeCountingRule(r)}, r.PublishedAt, r.ByName}
	taken := domain.Conflict("rule.published_meanwhile")
	return s.db.insert(ctx, &row, map[string]error{"counting_rules_pkey": taken, "counting_rules.version": taken})
}

type bulletinRow struct {
	ID          domain.ID
	Month       string
	RuleVersion int
	EffectiveOn date
	AsOf        time.Time
	Figures     string
	PublishedAt time.Time
	ByName      string
}

func (bulletinRow) TableName() string { return "bulletins" }

func (r bulletinRow) entity() pipeline.Bulletin {
	return pipeline.Bulletin{ID: r.ID, Month: r.Month, RuleVersion: r.RuleVersion, EffectiveOn: domain.Date(r.EffectiveOn), AsOf: r.AsOf.UTC(), Figures: r.Figures,
		PublishedAt: r.PublishedAt.UTC(), ByName: r.ByName}
}

// Bulletins implements pipeline.BulletinStore.
func (s *Libraries) Bulletins(ctx context.Context) ([]pipeline.Bulletin, error) {
	var rows []bulletinRow
	err := s.db.read(ctx).Order("month DESC").Find(&rows).Error
	return mapped(rows, bulletinRow.entity), err
}

// Bulletin implements pipeline.BulletinStore.
func (s *Libraries) Bulletin(ctx context.Context, id domain.ID) (pipeline.Bulletin, error) {
	var r bulletinRow
	err := one(s.db.read(ctx).Where("id = ?", id), &r, "bulletin")
	return r.entity(), err
}

// AddBulletin implements pipeline.BulletinStore.
func (s *Libraries) AddBulletin(ctx context.Context, b pipeline.Bulletin) error {
	row := bulletinRow{b.ID, b.Month, b.RuleVersion, date(b.EffectiveOn), b.AsOf, b.Figures, b.PublishedAt, b.ByName}
	taken := domain.Conflict("bulletin.published")
	return s.db.insert(ctx, &row, map[string]error{"bulletins_month": taken, "bulletins.month": taken})
}

// Print implements pipeline.BulletinStore: fields in their order, no maps.
func (s *Libraries) Print(f pipeline.BulletinFigures) (string, error) {
	b, err := json.Marshal(storeBulletinFigures(f))
	return string(b), err
}

// Printed implements pipeline.BulletinStore.
func (s *Libraries) Printed(text string) (pipeline.BulletinFigures, error) {
	var f storedBulletinFigures
	err := json.Unmarshal([]byte(text), &f)
	return f.entity(), err
}
