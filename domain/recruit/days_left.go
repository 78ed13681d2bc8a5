package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/calendar"
)

// workdaysTo counts the working days left on a day until another one that is
// waited for: below 0 those that are past, 0 too where no office was open since;
// nil where there is no such day.
func workdaysTo(days calendar.Calendar, today, due domain.Date, waited bool) *int {
	if due.IsZero() || !waited {
		return nil
	}
	n := days.Worked(today, due)
	return &n
}

// followed reports whether somebody still follows a lead in this state up.
func (s LeadState) followed() bool { return s == Open || s == Valid }

// view reads a lead with what is left until its next follow-up.
func (s *Leads) view(ctx context.Context, actor domain.Actor, id domain.ID) (LeadView, error) {
	v, err := s.Store.LeadView(ctx, actor, id)
	v.NextLeft = workdaysTo(s.Days, domain.Today(s.Clock), v.NextOn, v.State.followed())
	return v, err
}

// view reads a visit with what is left until each of its next steps.
func (s *Visits) view(ctx context.Context, actor domain.Actor, id domain.ID) (VisitView, error) {
	v, err := s.Store.VisitView(ctx, actor, id)
	today := domain.Today(s.Clock)
	for i, step := range v.Steps {
		v.Steps[i].Left = workdaysTo(s.Days, today, step.DueOn, step.DoneAt.IsZero())
	}
	return v, err
}
