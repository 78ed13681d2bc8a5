package library

import (
	"context"
	"fmt"

	"sangu/domain"
)

// LightSelection says which projects show some lights today: those whose stored
// light has one of the ranks, except the Changed ones, and Also those that were
// computed just now.
type LightSelection struct {
	Ranks         []int
	Changed, Also []domain.ID
}

// Lights knows today's lights. A project in production, or one that ended, has none.
type Lights interface {
	// LightsOf returns the colours of projects by their IDs.
	LightsOf(ctx context.Context, projects []domain.ID) (map[domain.ID]string, error)
	// SelectByLight returns the projects that show one of the colours.
	SelectByLight(ctx context.Context, colours []string) (LightSelection, error)
}

// WithLights returns the filter with the projects that show its lights today,
// which stores need to narrow by light. A filter that names no light is returned
// as it is.
func (f ProjectFilter) WithLights(ctx context.Context, lights Lights) (ProjectFilter, error) {
	if len(f.Lights) == 0 || f.LightSelection != nil {
		return f, nil
	}
	selection, err := lights.SelectByLight(ctx, f.Lights)
	if err != nil {
		return f, fmt.Errorf("find the projects that show %v: %w", f.Lights, err)
	}
	f.LightSelection = &selection
	return f, nil
}
