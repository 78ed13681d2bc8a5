// Package reporting stores histories, totals, counting rules, bulletins and targets.
package reporting

import (
	"context"
	"encoding/json"
	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
	"time"
)

type bulletinRow struct {
	ID          domain.ID
	Month       string
	RuleVersion int
	EffectiveOn sqlkit.Date
	AsOf        time.Time
	Figures     string
	PublishedAt time.Time
	ByName      string
}

func (bulletinRow) TableName() string { return "bulletins" }

// Entity returns the bulletin that the row stores.
func (r bulletinRow) Entity() reporting.Bulletin {
	return reporting.Bulletin{ID: r.ID, Month: r.Month, RuleVersion: r.RuleVersion, EffectiveOn: domain.Date(r.EffectiveOn),
		AsOf: r.AsOf.UTC(), Figures: r.Figures,
		PublishedAt: r.PublishedAt.UTC(), ByName: r.ByName}
}

// Bulletins implements reporting.BulletinStore.
func (s *BulletinStore) Bulletins(ctx context.Context) ([]reporting.Bulletin, error) {
	var rows []bulletinRow
	err := s.db.Read(ctx).Order("month DESC").Find(&rows).Error
	return sqlkit.Mapped(rows, bulletinRow.Entity), err
}

// Bulletin implements reporting.BulletinStore.
func (s *BulletinStore) Bulletin(ctx context.Context, id domain.ID) (reporting.Bulletin, error) {
	var r bulletinRow
	err := sqlkit.Take(s.db.Read(ctx).Where("id = ?", id), &r, domain.SubjectBulletin)
	return r.Entity(), err
}

// AddBulletin implements reporting.BulletinStore.
func (s *BulletinStore) AddBulletin(ctx context.Context, b reporting.Bulletin) error {
	row := bulletinRow{ID: b.ID, Month: b.Month, RuleVersion: b.RuleVersion, EffectiveOn: sqlkit.Date(b.EffectiveOn), AsOf: b.AsOf,
		Figures: b.Figures, PublishedAt: b.PublishedAt, ByName: b.ByName}
	taken := domain.Conflict("bulletin.published")
	return s.db.Insert(ctx, &row, map[string]error{"bulletins_month": taken, "bulletins.month": taken})
}

// Print implements reporting.BulletinStore. The fields are written in their order,
// and no map is among them, so that the same figures give the same bytes.
func (s *BulletinStore) Print(f reporting.BulletinFigures) (string, error) {
	b, err := json.Marshal(StoreBulletinFigures(f))
	return string(b), err
}

// Printed implements reporting.BulletinStore.
func (s *BulletinStore) Printed(text string) (reporting.BulletinFigures, error) {
	var f StoredBulletinFigures
	err := json.Unmarshal([]byte(text), &f)
	return f.Entity(), err
}

// BulletinStore stores bulletins and the form in which they are frozen.
type BulletinStore struct{ db *sqlkit.DB }

// NewBulletinStore returns the store over db.
func NewBulletinStore(db *sqlkit.DB) *BulletinStore { return &BulletinStore{db: db} }
