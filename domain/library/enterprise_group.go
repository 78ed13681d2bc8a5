package library

import (
	"context"

	"sangu/domain"
)

// WithoutIndustry is what an enterprise may be without, beside WithoutHost and
// WithoutUnit.
const WithoutIndustry = "industry"

// Groups gives a filter's enterprises by what they have alike, counted over the
// whole filter.
func (s *Enterprises) Groups(ctx context.Context, actor domain.Actor, f EnterpriseFilter, by GroupBy) ([]Group, error) {
	return s.Reader.EnterpriseGroups(ctx, actor, f, by)
}
