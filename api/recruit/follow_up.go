package recruit

import (
	"context"
	"sangu/api/kit"
	"sangu/domain"
)

type stepMove struct {
	kit.ByID
	kit.Versioned
	DueOn domain.Date `json:"due_on" validate:"required"`
}

func (a *API) RescheduleFollowUp(ctx context.Context, actor domain.Actor, in stepMove) (followUpOut, error) {
	f, err := a.Visits.RescheduleFollowUp(ctx, actor, in.ID, in.Version(), in.DueOn)
	return FollowUpFrom(f), err
}
