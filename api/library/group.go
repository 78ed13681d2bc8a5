package library

import (
	"context"
	"slices"
	"strings"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

// GroupOut is a group of a list's rows.
type GroupOut struct {
	Key    string            `json:"key" required:"true" description:"a stage, an ID or a word; empty where the rows have none"`
	Name   string            `json:"name" required:"true" description:"of a unit or a person"`
	Count  int               `json:"count" required:"true"`
	Total  domain.Yuan       `json:"total" required:"true" description:"元, of those that say an amount"`
	Lights map[string]int    `json:"lights,omitempty" description:"how many rows show each light today"`
	Query  map[string]string `json:"query" required:"true" description:"parameters that narrow the list to the group"`
}

// GroupsOut is the answer of every list that is grouped.
type GroupsOut struct {
	Items []GroupOut `json:"items" required:"true"`
}

// GroupParameters are the list's own parameters, by the way of grouping, that narrow
// the list to one group.
type GroupParameters map[string]string

// GroupsFrom returns the answer for groups of a list: by is the way of grouping, and
// lacking what the list was already narrowed to be without.
func GroupsFrom(groups []library.Group, parameters GroupParameters, by string, lacking []string) GroupsOut {
	return GroupsOut{kit.Each(groups, func(g library.Group) GroupOut {
		return GroupOut{Key: g.Key, Name: g.Name, Count: g.Count, Total: g.Total, Lights: g.Lights,
			Query: parameters.query(by, g.Key, lacking)}
	})}
}

// query returns the parameters that narrow the list to the group of a key. Rows
// without a key are those that lack something, or are at no stage.
func (p GroupParameters) query(by, key string, lacking []string) map[string]string {
	if key == "" && by == string(library.ByStage) {
		key = noStage
	}
	if key == "" {
		return map[string]string{"without": with(lacking, by)}
	}
	return map[string]string{p[by]: key}
}

// with returns the list with one more value, once, as a parameter holds it.
func with(list []string, more string) string {
	if !slices.Contains(list, more) {
		list = append(slices.Clone(list), more)
	}
	return strings.Join(list, ",")
}

type projectGroupsIn struct {
	By        string `query:"by" validate:"required,oneof=stage unit host leader kind"`
	WithLight bool   `query:"with_lights" description:"count the lights of each group too"`
	ProjectFilter
}

// ListProjectGroups serves the groups of a filter's projects.
func (a *API) ListProjectGroups(ctx context.Context, actor domain.Actor, in projectGroupsIn) (GroupsOut, error) {
	groups, err := a.Projects.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By), in.WithLight)
	return GroupsFrom(groups, GroupParameters{"stage": "stage", "unit": "unit_id", "host": "host_unit_id", "leader": "leader_id",
		"kind": "kind"}, in.By, in.Without), err
}

type clientGroupsIn struct {
	By string `query:"by" validate:"required,oneof=unit owner class"`
	clientFilter
}

// ListClientGroups serves the groups of a filter's clients.
func (a *API) ListClientGroups(ctx context.Context, actor domain.Actor, in clientGroupsIn) (GroupsOut, error) {
	groups, err := a.Clients.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	return GroupsFrom(groups, GroupParameters{"unit": "unit_id", "owner": "owner_id", "class": "investor_class"}, in.By, in.Without), err
}

type enterpriseGroupsIn struct {
	By string `query:"by" validate:"required,oneof=state industry host unit"`
	enterpriseFilter
}

// ListEnterpriseGroups serves the groups of a filter's enterprises.
func (a *API) ListEnterpriseGroups(ctx context.Context, actor domain.Actor, in enterpriseGroupsIn) (GroupsOut, error) {
	groups, err := a.Enterprises.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By))
	for i := range groups {
		if in.By == string(library.ByIndustry) {
			groups[i].Name = industryName(groups[i].Key)
		}
	}
	return GroupsFrom(groups, GroupParameters{"state": "state", "industry": "industry", "host": "host_unit_id", "unit": "unit_id"}, in.By,
		in.Without), err
}
