package library

import (
	"context"
	"slices"

	"sangu/domain"
)

// GroupBy names what the rows of a group have in common.
type GroupBy string

// The ways in which lists are grouped; each list has some of them.
const (
	ByStage    GroupBy = "stage"
	ByUnit     GroupBy = "unit"     // the unit that is responsible
	ByHost     GroupBy = "host"     // 落户地
	ByLeader   GroupBy = "leader"   // 包联领导
	ByKind     GroupBy = "kind"     // of project
	ByState    GroupBy = "state"    // of an enterprise, lead or visit
	ByOwner    GroupBy = "owner"    // of a client, lead or visit
	ByClass    GroupBy = "class"    // of investor
	ByIndustry GroupBy = "industry" // division of GB/T 4754
)

// What a record may lack, in filters; each list knows some of them.
const (
	WithoutLeader   = "leader"
	WithoutHost     = "host"
	WithoutKind     = "kind"
	WithoutOwner    = "owner"
	WithoutUnit     = "unit"
	WithoutClass    = "class"
	WithoutIndustry = "industry"
)

// Group is the rows of a filter that have something in common, counted and summed
// over the whole filter. A project with several leaders counts with each of them,
// so that groups by leader may add up to more than the filter.
type Group struct {
	Key   string // a stage, an ID or a word of a vocabulary; empty where the rows have none
	Name  string // of a unit or a person; words are named by their key
	Count int
	Total domain.Yuan // 元, of the rows that have an amount
	// Lights counts the projects by today's light, where it was asked for.
	Lights map[string]int
}

// Groups returns the groups of a filter's projects: stages in their order, others
// by their total, largest first. Where lights is true, each counts its projects by
// today's light.
func (s *Projects) Groups(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy, lights bool) ([]Group, error) {
	groups, err := s.groups(ctx, actor, f, by)
	if err != nil || !lights {
		return groups, err
	}
	wanted := f.Lights
	for _, colour := range []string{"red", "yellow", "blue", "green", "none"} {
		if len(wanted) > 0 && !slices.Contains(wanted, colour) {
			continue
		}
		f.Lights = []string{colour}
		f.LightSelection = nil
		shown, err := s.groups(ctx, actor, f, by)
		if err != nil {
			return nil, err
		}
		for _, g := range shown {
			if i := slices.IndexFunc(groups, func(all Group) bool { return all.Key == g.Key }); i >= 0 {
				if groups[i].Lights == nil {
					groups[i].Lights = map[string]int{}
				}
				groups[i].Lights[colour] = g.Count
			}
		}
	}
	return groups, nil
}

func (s *Projects) groups(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy) ([]Group, error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return nil, err
	}
	return s.reader.ProjectGroups(ctx, actor, f, by)
}

// Groups returns the groups of a filter's clients, largest first.
func (s *Clients) Groups(ctx context.Context, actor domain.Actor, f ClientFilter, by GroupBy) ([]Group, error) {
	return s.reader.ClientGroups(ctx, actor, f, by)
}

// Groups returns the groups of a filter's enterprises, largest first.
func (s *Enterprises) Groups(ctx context.Context, actor domain.Actor, f EnterpriseFilter, by GroupBy) ([]Group, error) {
	return s.reader.EnterpriseGroups(ctx, actor, f, by)
}
