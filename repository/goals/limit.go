package goals

import (
	"context"
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// Limits implements goals.LimitStore.
func (s *LimitStore) Limits(ctx context.Context) (goals.HeldLimits, error) {
	stored, version, err := sqlkit.ReadVersioned[StoredLimits](ctx, s.db, "suspicion_limits")
	l := stored.Entity()
	if l == (goals.Limits{}) {
		l = goals.StandardLimits()
	}
	return goals.HeldLimits{Limits: l, Version: version}, err
}

// SaveLimits implements goals.LimitStore.
func (s *LimitStore) SaveLimits(ctx context.Context, l goals.HeldLimits) error {
	return sqlkit.WriteVersioned(ctx, s.db, "suspicion_limits", l.Version, StoreLimits(l.Limits))
}

// LimitStore stores the limit records of one database.
type LimitStore struct{ db *sqlkit.DB }

// NewLimitStore returns the store over db.
func NewLimitStore(db *sqlkit.DB) *LimitStore { return &LimitStore{db: db} }
