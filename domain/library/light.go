package library

import (
	"context"

	"sangu/domain"
)

// Lit says which projects show some lights today: those whose kept light has one
// of the ranks, but for the Changed ones, and Also those that were judged just now.
type Lit struct {
	Ranks         []int
	Changed, Also []domain.ID
}

// Lights tells the lights of today; goals.Keeper does. A project that produces
// or is over has none.
type Lights interface {
	LightsOf(ctx context.Context, projects []domain.ID) (map[domain.ID]string, error)
	Lit(ctx context.Context, colours []string) (Lit, error)
}
