package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// CockpitStore reads what the front page shows beside the totals.
type CockpitStore interface {
	ColourReader
	// Suspicions returns the suspicions about projects in the actor's scope, in a state and
	// of a kind unless those are "", the newest first, 500 at most.
	Suspicions(ctx context.Context, actor domain.Actor, state, kind string) ([]Suspicion, error)
	// UnitNames returns the name of every unit.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
}

// CockpitService is the service of what leaders read: the front page 驾驶舱 and the
// portfolio.
type CockpitService struct {
	Reports    *reporting.Reports
	store      CockpitStore
	Projection *TotalsProjection // nil where no totals are maintained
	Days       calendar.Calendar
}

// NewCockpitService returns s, the service, with its store filled in.
func NewCockpitService(store CockpitStore, s *CockpitService) *CockpitService {
	s.store = store
	return s
}

// cockpitInput holds what the front page is put together from: totals with money in place
// by unit, every light, and the lights of key projects.
type cockpitInput struct {
	totals reporting.Totals
	lights Lights
	keys   Lights
}

// Cockpit puts the front page together for what the actor sees. The whole of the
// county as it stands is read from the totals that are maintained; any other
// selection is counted. It returns a KindForbidden error unless the actor reads reports.
func (s *CockpitService) Cockpit(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) (Cockpit, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Cockpit{}, err
	}
	f, rule, err := s.Reports.ResolveFilter(ctx, f)
	if err != nil {
		return Cockpit{}, err
	}
	from, err := s.input(ctx, actor, f, rule)
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
func (s *CockpitService) page(from cockpitInput, aims reporting.ComparableTargets, basis reporting.Basis) (Cockpit, error) {
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

// input reads what is maintained where it serves, and counts otherwise.
func (s *CockpitService) input(ctx context.Context, actor domain.Actor, f reporting.ReportFilter,
	rule reporting.CountingRule) (cockpitInput, error) {
	if s.Projection != nil && actor.Reach(org.ProjectRead).All && s.Reports.Whole(f, rule) {
		if kept, ok, err := s.Projection.input(ctx, f.Until); ok || err != nil {
			return kept, err
		}
	}
	cases, totals, err := s.Reports.Count(ctx, actor, f, rule)
	if err != nil {
		return cockpitInput{}, err
	}
	rules, err := s.store.Colours(ctx)
	return cockpitInput{totals, LightsOf(cases, f.Until, rules), LightsOf(onKeyLists(cases), f.Until, rules)}, err
}
