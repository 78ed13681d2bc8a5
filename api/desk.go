package api

import (
	"context"

	"sangu/domain"
)

type deskOut struct {
	Today   domain.Date   `json:"today" required:"true"`
	Overdue []followUpOut `json:"overdue" required:"true"`
	Due     []followUpOut `json:"due" required:"true"`
	Week    int           `json:"week" required:"true" description:"further steps due within seven days"`
	Visits  []visitItem   `json:"visits" required:"true"`
	Leads   []leadItem    `json:"leads" required:"true"`
}

func (a *API) desk(ctx context.Context, actor domain.Actor, _ struct{}) (deskOut, error) {
	d, err := a.Desks.Desk(ctx, actor)
	return deskOut{d.Today, each(d.Overdue, followUpFrom), each(d.Due, followUpFrom), d.Week, each(d.Visits, visitItemFrom), each(d.Leads, leadItemFrom)}, err
}
