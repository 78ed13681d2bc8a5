package api

import (
	"context"
	"sangu/domain"
)

type stepMove struct {
	byID
	versioned
	DueOn domain.Date `json:"due_on" validate:"required"`
}

func (a *API) moveStep(ctx context.Context, actor domain.Actor, in stepMove) (followUpOut, error) {
	f, err := a.Visits.MoveStep(ctx, actor, in.ID, in.version(), in.DueOn)
	return followUpFrom(f), err
}
