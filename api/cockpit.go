package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
)

type figureOut struct {
	Key       string      `json:"key" required:"true" description:"funds, started, signed, negotiating or in_production"`
	Unit      string      `json:"unit" required:"true" description:"count or yuan"`
	Claimed   int64       `json:"claimed" required:"true"`
	Confirmed int64       `json:"confirmed" required:"true"`
	Before    int64       `json:"before" required:"true" description:"at the end of the month before; of funds the verified"`
	Amount    domain.Yuan `json:"amount" required:"true"`
}

type completionOut struct {
	Actual int64   `json:"actual" required:"true"`
	Target int64   `json:"target" required:"true"`
	Done   rateOut `json:"done" required:"true"`
	Pace   float64 `json:"pace" required:"true" description:"share of the year that has gone"`
	Gap    float64 `json:"gap" required:"true" description:"percentage points ahead of the even pace; below 0 behind"`
}

func completionFrom(c goals.Completion) completionOut {
	return completionOut{c.Actual, c.Target, rateFrom(c.Done), c.Pace, c.Gap}
}

type unitStandingOut struct {
	UnitID   domain.ID   `json:"unit_id" required:"true"`
	Name     string      `json:"name" required:"true"`
	Reported domain.Yuan `json:"reported" required:"true"`
	completionOut
}

type concernOut struct {
	Kind      string      `json:"kind" required:"true" description:"red or suspicion"`
	ProjectID domain.ID   `json:"project_id" required:"true"`
	Project   string      `json:"project" required:"true"`
	Unit      string      `json:"unit" required:"true"`
	Amount    domain.Yuan `json:"amount" required:"true"`
	Reason    string      `json:"reason" required:"true"`
	Days      int         `json:"days" required:"true"`
}

type cockpitIn struct {
	projectFilter
	reportQuery
}

type cockpitOut struct {
	On       domain.Date       `json:"on" required:"true"`
	Rule     ruleOut           `json:"rule" required:"true"`
	DaysLeft int               `json:"days_left" required:"true" description:"to 31 December"`
	Before   domain.Date       `json:"before" required:"true"`
	Since    domain.Date       `json:"since" required:"true" description:"from when signings and productions are counted"`
	Figures  []figureOut       `json:"figures" required:"true"`
	Funds    completionOut     `json:"funds" required:"true"`
	Outlook  outlookOut        `json:"outlook" required:"true"`
	Money    fundsOutlookOut   `json:"funds_outlook" required:"true"`
	Path     []pathOut         `json:"path" required:"true"`
	Plain    rateOut           `json:"plain" required:"true" description:"started ÷ signed"`
	Curve    curveOut          `json:"curve" required:"true"`
	Lights   lightsOut         `json:"lights" required:"true"`
	Units    []unitStandingOut `json:"units" required:"true"`
	Concerns []concernOut      `json:"concerns" required:"true"`
	Open     int               `json:"open_suspicions" required:"true"`
}

func (a *API) cockpit(ctx context.Context, actor domain.Actor, in cockpitIn) (cockpitOut, error) {
	c, err := a.Portfolios.Cockpit(ctx, actor, in.over(in.projectFilter))
	return cockpitOut{c.On, ruleFrom(c.Rule), c.DaysLeft, c.Before, c.Since,
		each(c.Figures, func(f goals.Figure) figureOut {
			return figureOut{f.Key, f.Unit, f.Claimed, f.Confirmed, f.Before, f.Amount}
		}),
		completionFrom(c.Funds), outlookFrom(c.Outlook), fundsOutlookFrom(c.Money), each(c.Path, pathFrom), rateFrom(c.Plain), curveFrom(c.Curve), lightsFrom(c.Lights, 10),
		each(c.Units, func(u goals.UnitStanding) unitStandingOut {
			return unitStandingOut{u.UnitID, u.Name, u.Reported, completionFrom(u.Completion)}
		}),
		each(c.Concerns, func(x goals.Concern) concernOut {
			return concernOut{x.Kind, x.ProjectID, x.Project, x.Unit, x.Amount, x.Reason, x.Days}
		}), c.Open}, err
}
