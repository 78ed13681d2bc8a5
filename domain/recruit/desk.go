package recruit

import (
	"context"

	"sangu/domain"
)

// Desk is what a person meets in the morning: steps due, visits of the day,
// leads that wait.
type Desk struct {
	Today   domain.Date
	Overdue []FollowUp
	Due     []FollowUp
	Week    int // further steps due within seven days
	Visits  []VisitItem
	Leads   []LeadItem // own leads whose next follow-up has come
}

// Desks is the service of 工作台.
type Desks struct {
	Leads  *Leads
	Visits *Visits
}

// Desk gives the actor's own desk.
func (s *Desks) Desk(ctx context.Context, actor domain.Actor) (Desk, error) {
	today := domain.Today(s.Visits.Clock)
	d := Desk{Today: today}
	steps, err := s.Visits.Store.FollowUps(ctx, actor.PersonID, domain.Date{}, today.AddDays(7), false)
	if err != nil {
		return Desk{}, err
	}
	for _, f := range steps {
		switch {
		case f.DueOn.Before(today):
			d.Overdue = append(d.Overdue, f)
		case f.DueOn == today:
			d.Due = append(d.Due, f)
		default:
			d.Week++
		}
	}
	visits, err := s.Visits.List(ctx, actor, VisitFilter{Mine: true, From: today, To: today, States: []VisitState{Planned, Done}}, domain.Page{Sort: "on"})
	if err != nil {
		return Desk{}, err
	}
	d.Visits = visits.Items
	leads, err := s.Leads.List(ctx, actor, LeadFilter{OwnerID: actor.PersonID, DueBy: today, States: []LeadState{Open, Valid}}, domain.Page{Sort: "next_on", Limit: 20})
	if err != nil {
		return Desk{}, err
	}
	d.Leads = leads.Items
	return d, nil
}
