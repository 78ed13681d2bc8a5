package goals

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Scheme implements goals.SchemeStore; until the office sets its own, the
// standard one holds.
func (s *SchemeStore) Scheme(ctx context.Context) (goals.Scheme, error) {
	stored, err := sqlkit.ReadSetting[StoredScheme](ctx, s.db, "scheme")
	x := stored.Entity()
	if len(x.Items) == 0 {
		x = goals.StandardScheme()
	}
	return x, err
}

// SaveScheme implements goals.SchemeStore.
func (s *SchemeStore) SaveScheme(ctx context.Context, x goals.Scheme) error {
	return sqlkit.WriteSetting(ctx, s.db, "scheme", StoreScheme(x))
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

// SchemeStore stores the scheme records of one database.
type SchemeStore struct{ db *sqlkit.DB }

// NewSchemeStore returns the store over db.
func NewSchemeStore(db *sqlkit.DB) *SchemeStore { return &SchemeStore{db: db} }
