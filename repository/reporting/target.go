package reporting

import (
	"context"

	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

type targetRow struct {
	ID        domain.ID
	UnitID    domain.ID
	Year      int
	Indicator string
	Value     int64
	Version   int
}

func (targetRow) TableName() string { return "targets" }

// Targets implements reporting.TargetStore.
func (s *TargetStore) Targets(ctx context.Context, year int) ([]reporting.Target, error) {
	var rows []struct {
		Row      targetRow `gorm:"embedded"`
		UnitName string
		Path     string
		County   bool
	}
	err := s.db.Read(ctx).Table("targets AS t").Joins("JOIN units AS u ON u.id = t.unit_id").
		Select("t.*, u.name AS unit_name, u.path, u.parent_id IS NULL AS county").Where("t.year = ?", year).
		Order("u.path, t.indicator").Scan(&rows).Error
	out := make([]reporting.Target, len(rows))
	for i, r := range rows {
		out[i] = reporting.Target{ID: r.Row.ID, UnitID: r.Row.UnitID, UnitName: r.UnitName, County: r.County, Path: r.Path, Year: r.Row.Year,
			Indicator: r.Row.Indicator, Value: r.Row.Value, Version: r.Row.Version}
	}
	return out, err
}

// UnitPlaces implements reporting.TargetStore.
func (s *TargetStore) UnitPlaces(ctx context.Context) ([]reporting.UnitPlace, error) {
	var out []reporting.UnitPlace
	err := s.db.Read(ctx).Table("units").Where("retired_on IS NULL").Select("name, path, parent_id IS NULL AS top").Order("path").Scan(&out).
		Error
	return out, err
}

// SaveTarget implements reporting.TargetStore.
func (s *TargetStore) SaveTarget(ctx context.Context, t reporting.Target) error {
	return s.db.Write(ctx).Exec(`INSERT INTO targets (id, unit_id, year, indicator, value, version) VALUES (?, ?, ?, ?, ?, 1)
		ON CONFLICT (year, indicator, unit_id) DO UPDATE SET value = excluded.value, version = targets.version + 1`, t.ID, t.UnitID, t.Year,
		t.Indicator, t.Value).Error
}

// TargetStore stores targets and reads the units that they are set for.
type TargetStore struct{ db *sqlkit.DB }

// NewTargetStore returns the store over db.
func NewTargetStore(db *sqlkit.DB) *TargetStore { return &TargetStore{db: db} }
