package library

import (
	"context"
	"slices"

	"sangu/domain"
)

// GroupBy names what rows of a list have alike.
type GroupBy string

// The ways in which projects are grouped.
const (
	ByStage  GroupBy = "stage"
	ByUnit   GroupBy = "unit" // responsible
	ByHost   GroupBy = "host" // 落户地
	ByLeader GroupBy = "leader"
	ByKind   GroupBy = "kind"
)

// Group is the rows of a filter that have something alike, counted and summed
// over the whole filter. A project with several leaders counts with each, so
// that groups by leader may add up to more than the filter.
type Group struct {
	Key   string // a stage, an ID or a word; empty where the rows have none
	Name  string // of a unit or a person; words are named by their key
	Count int
	Total domain.Yuan // 元, of those that say an amount
	// Lights counts the projects by the colour of today, where asked for.
	Lights map[string]int
}

// Groups gives a filter's groups: stages in their order, others by what they
// come to. Asked for lights, it counts the colours of each.
func (s *Projects) Groups(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy, lights bool) ([]Group, error) {
	groups, err := s.grouped(ctx, actor, f, by)
	if err != nil || !lights {
		return groups, err
	}
	asked := f.Lights
	for _, colour := range []string{"red", "yellow", "blue", "green", "none"} {
		if len(asked) > 0 && !slices.Contains(asked, colour) {
			continue
		}
		f.Lights = []string{colour}
		f.Lit = nil
		lit, err := s.grouped(ctx, actor, f, by)
		if err != nil {
			return nil, err
		}
		for _, l := range lit {
			if i := slices.IndexFunc(groups, func(g Group) bool { return g.Key == l.Key }); i >= 0 {
				if groups[i].Lights == nil {
					groups[i].Lights = map[string]int{}
				}
				groups[i].Lights[colour] = l.Count
			}
		}
	}
	return groups, nil
}

func (s *Projects) grouped(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy) ([]Group, error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return nil, err
	}
	return s.Reader.ProjectGroups(ctx, actor, f, by)
}
