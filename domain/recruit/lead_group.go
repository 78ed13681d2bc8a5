package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
)

// Groups gives a filter's leads by what they have alike, counted and summed over
// the whole filter.
func (s *Leads) Groups(ctx context.Context, actor domain.Actor, f LeadFilter, by library.GroupBy) ([]library.Group, error) {
	return s.Store.LeadGroups(ctx, actor, f, by)
}
