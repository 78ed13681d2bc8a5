package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// Figure is one number of the cockpit: what is claimed, what of it verifiers
// confirmed, and what it was at the end of the month before. Unit says what it
// counts: "count" or "yuan".
type Figure struct {
	Key       string
	Unit      string
	Claimed   int64
	Confirmed int64
	Before    int64
	Amount    domain.Yuan // beside a count
}

// Cockpit is a leader's front page: a few numbers, what is to be expected, and
// what needs the leader.
type Cockpit struct {
	reporting.Basis
	Scope        reporting.Scope
	Breakdowns   []reporting.TargetBreakdown // of the county only
	DaysLeft     int
	WorkdaysLeft int
	Before       domain.Date // the end of the month before
	Since        domain.Date // from when signings, their curve and productions are counted
	Figures      []Figure
	Funds        Completion
	Shortfall    Shortfall
	Money        reporting.FundsOutlook
	Outlook      reporting.Outlook
	Path         []PathStep
	Curve        reporting.Curve
	Plain        reporting.Rate
	Lights       Lights
	Projects     KeyProjects
	Units        []UnitRank
	Concerns     Concerns
}

// PathStep is a step of the way, with how many of those who reached it verifiers
// confirmed; nil for the steps that nobody confirms.
type PathStep struct {
	reporting.PathStep
	Confirmed *int
}

// front is what the front page is put together from: totals with money in place
// by unit, every light, and the lights of key projects.
type front struct {
	totals reporting.Totals
	lights Lights
	keys   Lights
}

// Cockpit puts the front page together for what the actor sees. The whole of the
// county as it stands is read from the totals that are maintained; any other
// selection is counted.
func (s *Portfolios) Cockpit(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) (Cockpit, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Cockpit{}, err
	}
	f, rule, err := s.Reports.ResolveFilter(ctx, f)
	if err != nil {
		return Cockpit{}, err
	}
	from, err := s.front(ctx, actor, f, rule)
	if err != nil {
		return Cockpit{}, err
	}
	aims, err := s.Reports.ComparableTargets(ctx, actor, f)
	if err != nil {
		return Cockpit{}, err
	}
	c, err := s.page(from, aims, s.Reports.BasisOf(f, rule))
	if err != nil {
		return Cockpit{}, err
	}
	if err := s.money(ctx, from.totals, aims, &c); err != nil {
		return Cockpit{}, err
	}
	was, err := s.lightsBefore(ctx, actor, f, &c, from)
	if err != nil {
		return Cockpit{}, err
	}
	c.Projects = s.keyProjects(actor, from, was, c.Until)
	c.Concerns, err = s.concerns(ctx, actor, from, was, c.Until)
	return c, err
}

// page fills in what the totals say of projects.
func (s *Portfolios) page(from front, aims reporting.ComparableTargets, basis reporting.Basis) (Cockpit, error) {
	on := basis.Until
	since, _ := domain.NewDate(on.Year()-1, 1, 1)
	first, _ := domain.NewDate(on.Year(), on.Month(), 1)
	end, _ := domain.NewDate(on.Year(), 12, 31)
	c := Cockpit{Basis: basis, Scope: aims.Scope, Breakdowns: aims.Breakdowns, DaysLeft: end.DaysSince(on),
		WorkdaysLeft: s.Days.Worked(on, end), Before: first.AddDays(-1), Since: since, Lights: from.lights}
	var err error
	if c.Curve, err = reporting.CurveOf(from.totals.Waits(since.Year(), on)); err != nil {
		return c, err
	}
	if c.Outlook, err = reporting.OutlookOf(from.totals, on, aims.Started); err != nil {
		return c, err
	}
	c.Plain = reporting.RateOf(int64(c.Curve.Started), int64(c.Curve.N))
	c.Path = path(from.totals, on)
	c.Figures = figures(from.totals, on, c.Before, since)
	return c, nil
}

// front reads what is maintained where it serves, and counts otherwise.
func (s *Portfolios) front(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, rule reporting.CountingRule) (front, error) {
	if s.Keeper != nil && actor.Reach(org.ProjectRead).All && s.Reports.Whole(f, rule) {
		if kept, ok, err := s.Keeper.front(ctx, f.Until); ok || err != nil {
			return kept, err
		}
	}
	cases, totals, err := s.Reports.Count(ctx, actor, f, rule)
	if err != nil {
		return front{}, err
	}
	rules, err := s.Store.Colours(ctx)
	return front{totals, LightsOf(cases, f.Until, rules), LightsOf(onKeyLists(cases), f.Until, rules)}, err
}

// figures reads the numbers on top, now and at the end of the month before.
func figures(t reporting.Totals, on, before, since domain.Date) []Figure {
	year, _ := domain.NewDate(on.Year(), 1, 1)
	now, then := reporting.MonthBucket(on), reporting.MonthBucket(before)
	figure := func(key string, measure reporting.Measure, from domain.Date) Figure {
		line := reporting.TotalKey{Measure: measure}
		sum := t.Between(line, reporting.MonthBucket(from), now)
		return Figure{Key: key, Unit: "count", Claimed: sum.N, Confirmed: sum.Confirmed, Amount: domain.Yuan(sum.Amount),
			Before: t.Between(line, reporting.MonthBucket(from), then).N}
	}
	until := func(m reporting.Measure) int64 { return t.Between(reporting.TotalKey{Measure: m}, 0, then).N }
	talking := t[reporting.TotalKey{Measure: reporting.MeasureNegotiating}][0]
	// Talks are confirmed by nobody: what is claimed is all there is.
	talks := Figure{Key: "negotiating", Unit: "count", Claimed: talking.N, Confirmed: talking.N, Amount: domain.Yuan(talking.Amount),
		Before: until(reporting.MeasureNegotiationBegun) - until(reporting.MeasureNegotiationOver)}
	return []Figure{figure("started", reporting.MeasureStarted, year), figure("signed", reporting.MeasureSigned, since), talks,
		figure("in_production", reporting.MeasureProduced, since)}
}

// path reads the whole way, claimed and confirmed apart.
func path(t reporting.Totals, on domain.Date) []PathStep {
	measures := map[library.Stage]reporting.Measure{library.Signed: reporting.MeasureSigned,
		library.Started: reporting.MeasureStarted, library.InProduction: reporting.MeasureProduced}
	var out []PathStep
	for _, p := range t.Path(on) {
		step := PathStep{PathStep: p}
		if measure, ok := measures[p.Stage]; ok {
			n := int(t.Between(reporting.TotalKey{Measure: measure}, 0, reporting.MonthBucket(on)).Confirmed)
			step.Confirmed = &n
		}
		out = append(out, step)
	}
	return out
}
