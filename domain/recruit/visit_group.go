package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
)

// Groups gives a filter's visits by what they have alike, counted over the
// whole filter.
func (s *Visits) Groups(ctx context.Context, actor domain.Actor, f VisitFilter, by pool.GroupBy) ([]pool.Group, error) {
	return s.Store.VisitGroups(ctx, actor, f, by)
}
