package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Limits implements goals.LimitStore; until the office sets its own, the standard ones
// hold.
func (s *LimitStore) Limits(ctx context.Context) (domain.Versioned[goals.Limits], error) {
	return sqlkit.ReadVersioned(ctx, s.db, "suspicion_limits", func(stored StoredLimits) goals.Limits {
		if stored == (StoredLimits{}) {
			return goals.StandardLimits()
		}
		return stored.Entity()
	})
}

// SaveLimits implements goals.LimitStore.
func (s *LimitStore) SaveLimits(ctx context.Context, l domain.Versioned[goals.Limits]) error {
	return sqlkit.WriteVersioned(ctx, s.db, "suspicion_limits", l, StoreLimits)
}

// LimitStore stores the limits of the checks.
type LimitStore struct{ db *sqlkit.DB }

// NewLimitStore returns the store over db.
func NewLimitStore(db *sqlkit.DB) *LimitStore { return &LimitStore{db: db} }
