package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

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

// ListPlannedDays serves the planned days of a filter's projects.
func (a *API) ListPlannedDays(ctx context.Context, actor domain.Actor, in plannedDaysIn) (plannedDaysOut, error) {
	days, err := a.Projects.PlannedDays(ctx, actor, in.Filter(), in.From, in.To)
	return plannedDaysOut{kit.Each(days, func(d library.PlannedDay) plannedDayOut {
		return plannedDayOut{ID: d.ProjectID, Name: d.Name, Kind: d.Kind, On: d.On, Stage: string(d.Stage), Unit: d.Unit, Met: d.Met}
	})}, err
}
