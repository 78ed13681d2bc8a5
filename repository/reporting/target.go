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

// YearTargets implements reporting.TargetStore.
func (s *TargetStore) YearTargets(ctx context.Context, year int) (domain.Versioned[reporting.YearTargets], error) {
	var set []int
	err := s.db.Read(ctx).Table("target_years").Where("year = ?", year).Pluck("version", &set).Error
	out := domain.Versioned[reporting.YearTargets]{Value: reporting.YearTargets{Year: year}, Version: 1}
	if err != nil {
		return out, err
	}
	if len(set) > 0 {
		out.Version = set[0] + 1
	}
	out.Value.Targets, err = s.Targets(ctx, year)
	return out, err
}

// SaveTargets implements reporting.TargetStore.
func (s *TargetStore) SaveTargets(ctx context.Context, y domain.Versioned[reporting.YearTargets]) error {
	err := sqlkit.WriteOver(ctx, s.db, "target_years", map[string]any{"year": y.Value.Year}, y.Version, nil)
	for _, t := range y.Value.Targets {
		if err != nil {
			return err
		}
		err = s.db.Write(ctx).Exec(`INSERT INTO targets (id, unit_id, year, indicator, value, version) VALUES (?, ?, ?, ?, ?, 1)
		ON CONFLICT (year, indicator, unit_id) DO UPDATE SET value = excluded.value, version = targets.version + 1`, t.ID, t.UnitID,
			y.Value.Year, t.Indicator, t.Value).Error
	}
	return err
}

// TargetStore stores what units are to reach in a year.
type TargetStore struct{ db *sqlkit.DB }

// NewTargetStore returns the store over db.
func NewTargetStore(db *sqlkit.DB) *TargetStore { return &TargetStore{db: db} }
