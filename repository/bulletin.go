package repository

import (
	"context"
	"encoding/json"
	"sangu/domain"
	"sangu/domain/reporting"
	"time"
)

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

func (r bulletinRow) entity() reporting.Bulletin {
	return reporting.Bulletin{ID: r.ID, Month: r.Month, RuleVersion: r.RuleVersion, EffectiveOn: domain.Date(r.EffectiveOn), AsOf: r.AsOf.UTC(), Figures: r.Figures,
		PublishedAt: r.PublishedAt.UTC(), ByName: r.ByName}
}

// Bulletins implements pipeline.BulletinStore.
func (s *BulletinStore) Bulletins(ctx context.Context) ([]reporting.Bulletin, error) {
	var rows []bulletinRow
	err := s.db.read(ctx).Order("month DESC").Find(&rows).Error
	return mapped(rows, bulletinRow.entity), err
}

// Bulletin implements pipeline.BulletinStore.
func (s *BulletinStore) Bulletin(ctx context.Context, id domain.ID) (reporting.Bulletin, error) {
	var r bulletinRow
	err := one(s.db.read(ctx).Where("id = ?", id), &r, "bulletin")
	return r.entity(), err
}

// AddBulletin implements pipeline.BulletinStore.
func (s *BulletinStore) AddBulletin(ctx context.Context, b reporting.Bulletin) error {
	row := bulletinRow{b.ID, b.Month, b.RuleVersion, date(b.EffectiveOn), b.AsOf, b.Figures, b.PublishedAt, b.ByName}
	taken := domain.Conflict("bulletin.published")
	return s.db.insert(ctx, &row, map[string]error{"bulletins_month": taken, "bulletins.month": taken})
}

// Print implements pipeline.BulletinStore: fields in their order, no maps.
func (s *BulletinStore) Print(f reporting.BulletinFigures) (string, error) {
	b, err := json.Marshal(storeBulletinFigures(f))
	return string(b), err
}

// Printed implements pipeline.BulletinStore.
func (s *BulletinStore) Printed(text string) (reporting.BulletinFigures, error) {
	var f storedBulletinFigures
	err := json.Unmarshal([]byte(text), &f)
	return f.entity(), err
}

// BulletinStore stores the bulletin records of one database.
type BulletinStore struct{ db *DB }

// NewBulletinStore returns the store over db.
func NewBulletinStore(db *DB) *BulletinStore { return &BulletinStore{db: db} }
