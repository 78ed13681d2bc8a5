package goals

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	reportingapi "sangu/api/reporting"
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
	Unsure    int64       `json:"unsure" required:"true" description:"how many more may be of the period: their days are not known so well"`
}

func figureFrom(f goals.Figure) figureOut {
	return figureOut{
		Key:       f.Key,
		Unit:      f.Unit,
		Claimed:   f.Claimed,
		Confirmed: f.Confirmed,
		Before:    f.Before,
		Amount:    f.Amount,
		Unsure:    f.Unsure,
	}
}

type completionOut struct {
	Actual int64                `json:"actual" required:"true"`
	Target int64                `json:"target" required:"true"`
	Done   reportingapi.RateOut `json:"done" required:"true"`
	Pace   float64              `json:"pace" required:"true" description:"share of the year that has gone"`
	Gap    float64              `json:"gap" required:"true" description:"percentage points ahead of the even pace; below 0 behind"`
}

func completionFrom(c goals.Completion) completionOut {
	return completionOut{Actual: c.Actual, Target: c.Target, Done: reportingapi.RateFrom(c.Done), Pace: c.Pace, Gap: c.Gap}
}

type cockpitIn struct {
	libraryapi.ProjectFilter
	reportingapi.ReportQuery
}

type cockpitOut struct {
	reportingapi.BasisOut
	On           domain.Date                       `json:"on" required:"true"`
	Scope        reportingapi.ScopeOut             `json:"scope" required:"true"`
	Breakdowns   []reportingapi.TargetBreakdownOut `json:"allotments" required:"true" description:"the county's targets beside the sum of its units'; of the county only"`
	DaysLeft     int                               `json:"days_left" required:"true" description:"to 31 December"`
	WorkdaysLeft int                               `json:"workdays_left" required:"true"`
	Before       domain.Date                       `json:"before" required:"true"`
	Since        domain.Date                       `json:"since" required:"true" description:"from when signings, their curve and productions are counted"`
	Figures      []figureOut                       `json:"figures" required:"true"`
	Funds        completionOut                     `json:"funds" required:"true"`
	Shortfall    shortfallOut                      `json:"shortfall" required:"true"`
	Outlook      reportingapi.FrontOutlookOut      `json:"outlook" required:"true"`
	Money        reportingapi.FundsOutlookOut      `json:"funds_outlook" required:"true"`
	Path         []reportingapi.FrontStepOut       `json:"path" required:"true"`
	Plain        reportingapi.RateOut              `json:"plain" required:"true" description:"started ÷ signed"`
	Curve        reportingapi.CurveOut             `json:"curve" required:"true"`
	Colours      coloursWire                       `json:"colours" required:"true" description:"the rules of the lights"`
	Projects     keyProjectsOut                    `json:"projects" required:"true"`
	Units        []unitStandingOut                 `json:"units" required:"true" description:"ranked; those without a target last"`
	Concerns     concernsOut                       `json:"concerns" required:"true"`
}

func (a *API) GetCockpit(ctx context.Context, actor domain.Actor, in cockpitIn) (cockpitOut, error) {
	c, err := a.Cockpit.Cockpit(ctx, actor, in.Over(in.ProjectFilter))
	return cockpitOut{BasisOut: reportingapi.BasisFrom(c.Basis), On: c.Until, Scope: reportingapi.ScopeFrom(c.Scope),
		Breakdowns: kit.Each(c.Breakdowns, reportingapi.TargetBreakdownFrom), DaysLeft: c.DaysLeft, WorkdaysLeft: c.WorkdaysLeft,
		Before: c.Before,
		Since:  c.Since, Figures: kit.Each(c.Figures, figureFrom), Funds: completionFrom(c.Funds), Shortfall: shortfallFrom(c.Shortfall),
		Outlook: reportingapi.FrontOutlookFrom(c.Outlook), Money: reportingapi.FundsOutlookFrom(c.Money),
		Path: kit.Each(c.Path, reportingapi.FrontStepFrom), Plain: reportingapi.RateFrom(c.Plain), Curve: reportingapi.CurveFrom(c.Curve),
		Colours:  coloursFrom(c.Lights.Colours),
		Projects: keyProjectsFrom(c.Projects), Units: kit.Each(c.Units, unitStandingFrom), Concerns: concernsFrom(c.Concerns)}, err
}
