package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// Groups gives a filter's visits by what they have alike, counted over the
// whole filter.
func (s *Visits) Groups(ctx context.Context, actor domain.Actor, f VisitFilter, by library.GroupBy) ([]library.Group, error) {
	return s.Store.VisitGroups(ctx, actor, f, by)
}
