package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// Groups returns the groups of a filter's leads, counted and summed over the whole
// filter, largest first.
func (s *Leads) Groups(ctx context.Context, actor domain.Actor, f LeadFilter, by library.GroupBy) ([]library.Group, error) {
	return s.store.LeadGroups(ctx, actor, f, by)
}

// Groups returns the groups of a filter's visits, counted over the whole filter,
// largest first.
func (s *Visits) Groups(ctx context.Context, actor domain.Actor, f VisitFilter, by library.GroupBy) ([]library.Group, error) {
	return s.store.VisitGroups(ctx, actor, f, by)
}
