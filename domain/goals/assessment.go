package goals

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// UnitScore is one unit's assessment.
type UnitScore struct {
	UnitID domain.ID
	Name   string
	Items  []Scored
	// Points of Most that could be had; Vetoed says that a fault made it nothing.
	Points, Most float64
	Vetoed       bool
	// Projects is how many the unit answers for, Seen how many of them the reader
	// may open.
	Projects, Seen int
}

// Assessment is a year's scores, the best first.
type Assessment struct {
	On     domain.Date
	Year   int
	Rule   reporting.CountingRule
	Scheme Scheme
	Units  []UnitScore
}

// SchemeStore keeps the scheme that holds, and counts upheld suspicions.
type SchemeStore interface {
	Scheme(ctx context.Context) (Scheme, error)
	SaveScheme(ctx context.Context, s Scheme) error
	// Upheld counts suspicions of a year that verifiers upheld, by unit.
	Upheld(ctx context.Context, year int) (map[domain.ID]int, error)
}

// Scheme gives the scheme that holds.
func (s *Portfolios) Scheme(ctx context.Context) (Scheme, error) { return s.Schemes.Scheme(ctx) }

// SetScheme replaces the scheme.
func (s *Portfolios) SetScheme(ctx context.Context, actor domain.Actor, x Scheme) (Scheme, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return Scheme{}, err
	}
	if err := x.Check(); err != nil {
		return Scheme{}, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.Schemes.SaveScheme(ctx, x); err != nil {
			return fmt.Errorf("save scheme: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "scheme.update", Subject: domain.Ref{Kind: domain.SubjectSetting}, Title: x.Name,
			After: x, Quiet: true})
	})
	return x, err
}

// Assess scores every unit that has a target or a figure this year. A score is
// official: it is reckoned over all that a unit answers for, whoever looks, and so
// no selection of projects narrows it. What the actor may open of the rows behind
// stays what it is. The year is that of the cut-off.
func (s *Portfolios) Assess(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) (Assessment, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Assessment{}, err
	}
	f.Projects = library.ProjectFilter{}
	f, rule, err := s.Reports.ResolveFilter(ctx, f)
	if err != nil {
		return Assessment{}, err
	}
	scheme, err := s.Schemes.Scheme(ctx)
	if err != nil {
		return Assessment{}, err
	}
	out := Assessment{On: f.Until, Year: f.Until.Year(), Rule: rule, Scheme: scheme}
	cases, totals, err := s.Reports.Count(ctx, domain.RunAs("system.assessment", org.ProjectRead, org.ReportRead), f, rule)
	if err != nil {
		return Assessment{}, err
	}
	units, err := s.achieved(ctx, cases, totals, f, rule)
	if err != nil {
		return Assessment{}, err
	}
	seen, _, err := s.Reports.Count(ctx, actor, f, rule)
	if err != nil {
		return Assessment{}, err
	}
	told := scoresFor(actor)
	names, err := s.Reports.UnitNames(ctx)
	if err != nil {
		return Assessment{}, err
	}
	var all []map[string]Achieved
	for _, u := range units {
		all = append(all, u)
	}
	for id, own := range units {
		if !told(id) {
			continue
		}
		u := UnitScore{UnitID: id, Name: names[id], Projects: answersFor(cases, id), Seen: answersFor(seen, id)}
		for _, item := range scheme.Items {
			x := item.Score(own, all, float64(f.Until.Month()))
			u.Items = append(u.Items, x)
			if x.Known {
				u.Points += x.Points
				u.Most += item.Points
			}
		}
		if u.Vetoed = scheme.Veto != "" && own[scheme.Veto].Actual > 0; u.Vetoed {
			u.Points = 0
		}
		out.Units = append(out.Units, u)
	}
	slices.SortFunc(out.Units, func(a, b UnitScore) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Name, b.Name), cmp.Compare(a.UnitID, b.UnitID))
	})
	return out, nil
}

// scoresFor says whose scores the actor is told: every unit's where reports reach
// all or the post is a county leader's, who answers for the county and sees the
// rows of his own projects only; else those of the post's units.
func scoresFor(actor domain.Actor) func(unit domain.ID) bool {
	return func(unit domain.ID) bool {
		return slices.ContainsFunc(actor.Grants, func(g domain.Grant) bool {
			if !slices.Contains(g.Rights, org.ReportRead) {
				return false
			}
			return g.Scope == domain.ScopeAll || g.Scope == domain.ScopeAssigned || slices.Contains(g.Units, unit)
		})
	}
}

// answersFor counts the projects that a unit answers for.
func answersFor(cases []reporting.ProjectSnapshot, unit domain.ID) (n int) {
	for _, c := range cases {
		if c.ResponsibleUnitID == unit {
			n++
		}
	}
	return n
}

// achieved gives what each unit did this year, with its targets.
func (s *Portfolios) achieved(ctx context.Context, cases []reporting.ProjectSnapshot, totals reporting.Totals, f reporting.ReportFilter,
	rule reporting.CountingRule) (map[domain.ID]map[string]Achieved, error) {
	targets, err := s.Reports.Targets.Targets(ctx, f.Until.Year())
	if err != nil {
		return nil, err
	}
	upheld, err := s.Schemes.Upheld(ctx, f.Until.Year())
	if err != nil {
		return nil, err
	}
	out := map[domain.ID]map[string]Achieved{}
	add := func(unit domain.ID, name string, n float64) {
		if out[unit] == nil {
			out[unit] = map[string]Achieved{}
		}
		a := out[unit][name]
		a.Actual += n
		out[unit][name] = a
	}
	first, _ := domain.NewDate(f.Until.Year(), 1, 1)
	for _, c := range cases {
		yearOf(c, first, f.Until, rule, func(name string, n float64) { add(c.ResponsibleUnitID, name, n) })
	}
	for _, t := range targets {
		add(t.UnitID, t.Indicator, 0)
	}
	for unit := range out {
		sum := totals.Between(reporting.FundsKey(unit), reporting.MonthBucket(first), reporting.MonthBucket(f.Until))
		add(unit, "funds", float64(sum.Confirmed))
		add(unit, "upheld_suspicions", float64(upheld[unit]))
		rates(out[unit])
	}
	for _, t := range targets {
		a := out[t.UnitID][t.Indicator]
		a.Target, a.Known = float64(t.Value), t.Value > 0
		out[t.UnitID][t.Indicator] = a
	}
	return out, nil
}

// yearOf tells what a project adds to its unit's year: what happened in it, how
// far this year's signings came, and an overdue start.
func yearOf(c reporting.ProjectSnapshot, first, until domain.Date, rule reporting.CountingRule, add func(name string, n float64)) {
	in := func(d domain.Date) bool { return !d.IsZero() && !d.Before(first) && !d.After(until) }
	if in(c.By(library.Started, rule)) {
		add("started", 1)
	}
	if in(c.By(library.InProduction, rule)) {
		add("in_production", 1)
	}
	months := SignalsOf(c, until).Months
	if late := months[len(months)-1]["start_overdue_months"]; late > 0 && c.Status == library.Active {
		add("overdue_starts", 1)
	}
	if !c.Counts(until, rule) || !in(c.SignedOn()) {
		return
	}
	add("signed", 1)
	add("signed_amount", float64(c.SignedAmount))
	add("signed_funds", float64(c.FundsVerified))
	for name, stage := range map[string]library.Stage{"of_fulfilling": library.Registered, "of_started": library.Started,
		"of_produced": library.InProduction} {
		if !c.By(stage, rule).IsZero() {
			add(name, 1)
		}
	}
}

// rates divides what came of this year's signings by them.
func rates(own map[string]Achieved) {
	for name, of := range map[string][2]string{"fulfilment_rate": {"of_fulfilling", "signed"}, "start_rate": {"of_started", "signed"},
		"production_rate": {"of_produced", "signed"}, "funds_rate": {"signed_funds", "signed_amount"}} {
		if below := own[of[1]].Actual; below > 0 {
			own[name] = Achieved{Actual: own[of[0]].Actual / below, Known: true}
		}
	}
}
