package repository

import (
	"context"
	"sangu/domain/goals"
)

// Limits implements goals.LimitStore.
func (s *Libraries) Limits(ctx context.Context) (goals.HeldLimits, error) {
	l, version, err := readVersioned[goals.Limits](ctx, s.db, "suspicion_limits")
	if l == (goals.Limits{}) {
		l = goals.StandardLimits()
	}
	return goals.HeldLimits{Limits: l, Version: version}, err
}

// SaveLimits implements goals.LimitStore.
func (s *Libraries) SaveLimits(ctx context.Context, l goals.HeldLimits) error {
	return writeVersioned(ctx, s.db, "suspicion_limits", l.Version, l.Limits)
}
