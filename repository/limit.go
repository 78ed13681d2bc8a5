package repository

import (
	"context"
	"sangu/domain/goals"
)

// Limits implements goals.LimitStore.
func (s *LimitStore) Limits(ctx context.Context) (goals.HeldLimits, error) {
	stored, version, err := readVersioned[storedLimits](ctx, s.db, "suspicion_limits")
	l := stored.entity()
	if l == (goals.Limits{}) {
		l = goals.StandardLimits()
	}
	return goals.HeldLimits{Limits: l, Version: version}, err
}

// SaveLimits implements goals.LimitStore.
func (s *LimitStore) SaveLimits(ctx context.Context, l goals.HeldLimits) error {
	return writeVersioned(ctx, s.db, "suspicion_limits", l.Version, storeLimits(l.Limits))
}

// LimitStore stores the limit records of one database.
type LimitStore struct{ db *DB }

// NewLimitStore returns the store over db.
func NewLimitStore(db *DB) *LimitStore { return &LimitStore{db: db} }
