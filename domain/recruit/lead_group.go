package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/pool"
)

// Groups gives a filter's leads by what they have alike, counted and summed over
// the whole filter.
func (s *Leads) Groups(ctx context.Context, actor domain.Actor, f LeadFilter, by pool.GroupBy) ([]pool.Group, error) {
	return s.Store.LeadGroups(ctx, actor, f, by)
}
