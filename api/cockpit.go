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

func figureFrom(f goals.Figure) figureOut {
	return figureOut{f.Key, f.Unit, f.Claimed, f.Confirmed, f.Before, f.Amount}
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

type cockpitIn struct {
	projectFilter
	reportQuery
}

type cockpitOut struct {
	basisOut
	On           domain.Date       `json:"on" required:"true"`
	Scope        scopeOut          `json:"scope" required:"true"`
	Allotments   []allotmentOut    `json:"allotments" required:"true" description:"the county's targets beside the sum of its units'; of the county only"`
	DaysLeft     int               `json:"days_left" required:"true" description:"to 31 December"`
	WorkdaysLeft int               `json:"workdays_left" required:"true"`
	Before       domain.Date       `json:"before" required:"true"`
	Since        domain.Date       `json:"since" required:"true" description:"from when signings, their curve and productions are counted"`
	Figures      []figureOut       `json:"figures" required:"true"`
	Funds        completionOut     `json:"funds" required:"true"`
	Shortfall    shortfallOut      `json:"shortfall" required:"true"`
	Outlook      frontOutlookOut   `json:"outlook" required:"true"`
	Money        fundsOutlookOut   `json:"funds_outlook" required:"true"`
	Path         []frontStepOut    `json:"path" required:"true"`
	Plain        rateOut           `json:"plain" required:"true" description:"started ÷ signed"`
	Curve        curveOut          `json:"curve" required:"true"`
	Colours      coloursWire       `json:"colours" required:"true" description:"the rules of the lights"`
	Projects     keyProjectsOut    `json:"projects" required:"true"`
	Units        []unitStandingOut `json:"units" required:"true" description:"ranked; those without a target last"`
	Concerns     concernsOut       `json:"concerns" required:"true"`
}

func (a *API) cockpit(ctx context.Context, actor domain.Actor, in cockpitIn) (cockpitOut, error) {
	c, err := a.Portfolios.Cockpit(ctx, actor, in.over(in.projectFilter))
	return cockpitOut{basisFrom(c.Basis), c.Until, scopeFrom(c.Scope), each(c.Allotments, allotmentFrom), c.DaysLeft, c.WorkdaysLeft, c.Before, c.Since, each(c.Figures, figureFrom), completionFrom(c.Funds), shortfallFrom(c.Shortfall),
		frontOutlookFrom(c.Outlook), fundsOutlookFrom(c.Money), each(c.Path, frontStepFrom), rateFrom(c.Plain), curveFrom(c.Curve), coloursFrom(c.Lights.Colours),
		keyProjectsFrom(c.Projects), each(c.Units, unitStandingFrom), concernsFrom(c.Concerns)}, err
}
