package library

import (
	"context"
	"slices"
	"strings"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type projectGroupsIn struct {
	By        string `query:"by" validate:"required,oneof=stage unit host leader kind"`
	WithLight bool   `query:"with_lights" description:"count the lights of each group too"`
	ProjectFilter
}

type GroupOut struct {
	Key    string            `json:"key" required:"true" description:"a stage, an ID or a word; empty where the rows have none"`
	Name   string            `json:"name" required:"true" description:"of a unit or a person"`
	Count  int               `json:"count" required:"true"`
	Total  domain.Yuan       `json:"total" required:"true" description:"元, of those that say an amount"`
	Lights map[string]int    `json:"lights,omitempty" description:"how many rows show each light today"`
	Query  map[string]string `json:"query" required:"true" description:"parameters that narrow the list to the group"`
}

type GroupsOut struct {
	Items []GroupOut `json:"items" required:"true"`
}

func GroupFrom(g library.Group, query map[string]string) GroupOut {
	return GroupOut{Key: g.Key, Name: g.Name, Count: g.Count, Total: g.Total, Lights: g.Lights, Query: query}
}

func (a *API) ListProjectGroups(ctx context.Context, actor domain.Actor, in projectGroupsIn) (GroupsOut, error) {
	groups, err := a.Projects.Groups(ctx, actor, in.Filter(), library.GroupBy(in.By), in.WithLight)
	return GroupsOut{kit.Each(groups, func(g library.Group) GroupOut { return GroupFrom(g, in.query(g.Key)) })}, err
}

// query gives the parameters that open a group's rows.
func (in projectGroupsIn) query(key string) map[string]string {
	names := map[string]string{"stage": "stage", "unit": "unit_id", "host": "host_unit_id", "leader": "leader_id", "kind": "kind"}
	switch {
	case key == "" && in.By == "stage":
		key = noStage
	case key == "":
		return map[string]string{"without": without(in.Without, in.By)}
	}
	return map[string]string{names[in.By]: key}
}

// without adds to what rows are without.
func without(present []string, more string) string {
	if slices.Contains(present, more) {
		return strings.Join(present, ",")
	}
	return strings.Join(append(slices.Clone(present), more), ",")
}

type readyViewOut struct {
	Key    string            `json:"key" required:"true" enum:"all,mine,should_start,large,key,stale,watched"`
	Query  map[string]string `json:"query" required:"true" description:"parameters of /projects that give the rows"`
	Count  int               `json:"count" required:"true"`
	Capped bool              `json:"capped" required:"true" description:"true when more than count rows exist"`
}

type readyViewsOut struct {
	Items []readyViewOut `json:"items" required:"true"`
}

func (a *API) ListReadyViews(ctx context.Context, actor domain.Actor, _ struct{}) (readyViewsOut, error) {
	views, err := a.Projects.ReadyViews(ctx, actor)
	return readyViewsOut{kit.Each(views, func(p library.ReadyView) readyViewOut {
		return readyViewOut{Key: p.Key, Query: ProjectQuery(p.Filter), Count: p.Count, Capped: p.Capped}
	})}, err
}

type plannedDaysIn struct {
	From domain.Date `query:"from" required:"true"`
	To   domain.Date `query:"to" required:"true" description:"at most 62 days from the first"`
	ProjectFilter
}

type plannedDayOut struct {
	ID    domain.ID   `json:"id" required:"true"`
	Name  string      `json:"name" required:"true"`
	Kind  string      `json:"kind" required:"true" enum:"start,completion,production"`
	On    domain.Date `json:"on" required:"true"`
	Stage string      `json:"stage" required:"true"`
	Unit  string      `json:"unit" required:"true"`
	Met   bool        `json:"met" required:"true" description:"the project has come that far"`
}

type plannedDaysOut struct {
	Items []plannedDayOut `json:"items" required:"true"`
}

func (a *API) ListPlannedDays(ctx context.Context, actor domain.Actor, in plannedDaysIn) (plannedDaysOut, error) {
	days, err := a.Projects.PlannedDays(ctx, actor, in.Filter(), in.From, in.To)
	return plannedDaysOut{kit.Each(days, func(d library.PlannedDay) plannedDayOut {
		return plannedDayOut{ID: d.ProjectID, Name: d.Name, Kind: d.Kind, On: d.On, Stage: string(d.Stage), Unit: d.Unit, Met: d.Met}
	})}, err
}

// Opens gives the parameters that open a group's rows, by the names of the
// parameters: of those that have what the group has, or that have nothing.
func Opens(names map[string]string, by, key string, lacking []string) map[string]string {
	if key == "" {
		return map[string]string{"without": without(lacking, by)}
	}
	return map[string]string{names[by]: key}
}
