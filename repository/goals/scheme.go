package goals

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Scheme implements goals.SchemeStore; until the office sets its own, the standard one
// holds.
func (s *SchemeStore) Scheme(ctx context.Context) (domain.Versioned[goals.Scheme], error) {
	return sqlkit.ReadVersioned(ctx, s.db, "scheme", func(stored StoredScheme) goals.Scheme {
		if len(stored.Items) == 0 {
			return goals.StandardScheme()
		}
		return stored.Entity()
	})
}

// SaveScheme implements goals.SchemeStore.
func (s *SchemeStore) SaveScheme(ctx context.Context, x domain.Versioned[goals.Scheme]) error {
	return sqlkit.WriteVersioned(ctx, s.db, "scheme", x, StoreScheme)
}

// Upheld implements goals.SchemeStore.
func (s *SchemeStore) Upheld(ctx context.Context, year int) (map[domain.ID]int, error) {
	var rows []struct {
		UnitID domain.ID
		N      int
	}
	err := s.db.Read(ctx).Table("suspicions AS s").Joins("JOIN projects AS p ON p.id = s.project_id").
		Select("p.responsible_unit_id AS unit_id, count(*) AS n").
		Where("p.withdrawn_at IS NULL AND s.verdict = 'upheld' AND s.found_on >= ? AND s.found_on <= ?", fmt.Sprintf("%04d-01-01", year),
			fmt.Sprintf("%04d-12-31", year)).Group("p.responsible_unit_id").Scan(&rows).Error
	out := map[domain.ID]int{}
	for _, r := range rows {
		out[r.UnitID] = r.N
	}
	return out, err
}

// SchemeStore stores the assessment scheme.
type SchemeStore struct{ db *sqlkit.DB }

// NewSchemeStore returns the store over db.
func NewSchemeStore(db *sqlkit.DB) *SchemeStore { return &SchemeStore{db: db} }
