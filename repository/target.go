package repository

import (
	"context"
	"strings"

	"sangu/domain"
	"sangu/domain/pipeline"
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

// Targets implements pipeline.TargetStore.
func (s *Libraries) Targets(ctx context.Context, year int) ([]pipeline.Target, error) {
	var rows []struct {
		Row      targetRow `gorm:"embedded"`
		UnitName string
		County   bool
	}
	err := s.db.read(ctx).Table("targets AS t").Joins("JOIN units AS u ON u.id = t.unit_id").Select("t.*, u.name AS unit_name, u.parent_id IS NULL AS county").Where("t.year = ?", year).
		Order("u.path, t.indicator").Scan(&rows).Error
	out := make([]pipeline.Target, len(rows))
	for i, r := range rows {
		out[i] = pipeline.Target{ID: r.Row.ID, UnitID: r.Row.UnitID, UnitName: r.UnitName, County: r.County, Year: r.Row.Year, Indicator: r.Row.Indicator, Value: r.Row.Value, Version: r.Row.Version}
	}
	return out, err
}

// Total implements pipeline.TargetStore: the value of the unit above all others
// that have one, or else the sum.
func (s *Libraries) Total(ctx context.Context, year int, indicator string) (int64, bool, error) {
	var rows []struct {
		Path  string
		Value int64
	}
	err := s.db.read(ctx).Table("targets AS t").Joins("JOIN units AS u ON u.id = t.unit_id").Where("t.year = ? AND t.indicator = ?", year, indicator).
		Select("u.path, t.value").Order("length(u.path), u.path").Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return 0, false, err
	}
	above, sum := true, int64(0)
	for _, r := range rows {
		above = above && strings.HasPrefix(r.Path, rows[0].Path)
		sum += r.Value
	}
	if above {
		return rows[0].Value, true, nil
	}
	return sum, true, nil
}

// SaveTarget implements pipeline.TargetStore.
func (s *Libraries) SaveTarget(ctx context.Context, t pipeline.Target) error {
	return s.db.write(ctx).Exec(`INSERT INTO targets (id, unit_id, year, indicator, value, version) VALUES (?, ?, ?, ?, ?, 1)
		ON CONFLICT (year, indicator, unit_id) DO UPDATE SET value = excluded.value, version = targets.version + 1`, t.ID, t.UnitID, t.Year, t.Indicator, t.Value).Error
}
