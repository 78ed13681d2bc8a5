package repository

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/goals"
)

// Scheme implements goals.SchemeStore; until the office sets its own, the
// standard one holds.
func (s *SchemeStore) Scheme(ctx context.Context) (goals.Scheme, error) {
	stored, err := readSetting[storedScheme](ctx, s.db, "scheme")
	x := stored.entity()
	if len(x.Items) == 0 {
		x = goals.StandardScheme()
	}
	return x, err
}

// SaveScheme implements goals.SchemeStore.
func (s *SchemeStore) SaveScheme(ctx context.Context, x goals.Scheme) error {
	return writeSetting(ctx, s.db, "scheme", storeScheme(x))
}

// Upheld implements goals.SchemeStore.
func (s *SchemeStore) Upheld(ctx context.Context, year int) (map[domain.ID]int, error) {
	var rows []struct {
		UnitID domain.ID
		N      int
	}
	err := s.db.read(ctx).Table("suspicions AS s").Joins("JOIN projects AS p ON p.id = s.project_id").Select("p.responsible_unit_id AS unit_id, count(*) AS n").
		Where("p.withdrawn_at IS NULL AND s.verdict = 'upheld' AND s.found_on >= ? AND s.found_on <= ?", fmt.Sprintf("%04d-01-01", year), fmt.Sprintf("%04d-12-31", year)).Group("p.responsible_unit_id").Scan(&rows).Error
	out := map[domain.ID]int{}
	for _, r := range rows {
		out[r.UnitID] = r.N
	}
	return out, err
}

// SchemeStore stores the scheme records of one database.
type SchemeStore struct{ db *DB }

// NewSchemeStore returns the store over db.
func NewSchemeStore(db *DB) *SchemeStore { return &SchemeStore{db: db} }
