package library

import (
	"context"
	"fmt"

	"sangu/domain"
)

// Lit says which projects show some lights today: those whose kept light has one
// of the ranks, but for the Changed ones, and Also those that were judged just now.
type Lit struct {
	Ranks         []int
	Changed, Also []domain.ID
}

// Lights tells the lights of today. A project that produces or is over has none.
type Lights interface {
	LightsOf(ctx context.Context, projects []domain.ID) (map[domain.ID]string, error)
	Lit(ctx context.Context, colours []string) (Lit, error)
}

// WithLights returns the filter with the projects that show its lights today,
// which stores need to narrow by light. A filter that names no light is returned
// as it is.
func (f ProjectFilter) WithLights(ctx context.Context, lights Lights) (ProjectFilter, error) {
	if len(f.Lights) == 0 || f.Lit != nil {
		return f, nil
	}
	lit, err := lights.Lit(ctx, f.Lights)
	if err != nil {
		return f, fmt.Errorf("find the projects that show %v: %w", f.Lights, err)
	}
	f.Lit = &lit
	return f, nil
}
