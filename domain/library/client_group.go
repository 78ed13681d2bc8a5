package library

import (
	"context"

	"sangu/domain"
)

// Further ways in which clients, enterprises, leads and visits are grouped,
// beside ByUnit.
const (
	ByState    GroupBy = "state"
	ByOwner    GroupBy = "owner"
	ByClass    GroupBy = "class"    // of investor
	ByIndustry GroupBy = "industry" // division of GB/T 4754
)

// What a client may be without, in filters.
const (
	WithoutOwner = "owner"
	WithoutUnit  = "unit"
	WithoutClass = "class"
)

// Groups gives a filter's clients by what they have alike, counted over the
// whole filter.
func (s *Clients) Groups(ctx context.Context, actor domain.Actor, f ClientFilter, by GroupBy) ([]Group, error) {
	return s.Reader.ClientGroups(ctx, actor, f, by)
}
