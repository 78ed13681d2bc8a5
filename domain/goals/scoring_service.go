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

// SchemeStore stores the assessment scheme.
type SchemeStore interface {
	// Scheme returns the scheme with the version that a change is written over: the
	// standard one until the office sets its own.
	Scheme(ctx context.Context) (domain.Versioned[Scheme], error)
	// SaveScheme writes the scheme over its version. It returns a KindStale error where
	// another one is stored.
	SaveScheme(ctx context.Context, s domain.Versioned[Scheme]) error
}

// AssessmentStore reads what an assessment needs beside the projects.
type AssessmentStore interface {
	// Upheld returns how many suspicions that were found in a year verifiers upheld, by the
	// project's responsible unit.
	Upheld(ctx context.Context, year int) (map[domain.ID]int, error)
	// Targets returns the targets of a year.
	Targets(ctx context.Context, year int) ([]reporting.Target, error)
	// UnitNames returns the name of every unit.
	UnitNames(ctx context.Context) (map[domain.ID]string, error)
}

// ScoringService is the service of the assessment 考核 and of the scheme that it goes by.
type ScoringService struct {
	Reports     *reporting.Reports
	schemes     SchemeStore
	assessments AssessmentStore
	Work        domain.Work
	Journal     domain.Journal
}

// NewScoringService returns s, the service, with its stores filled in.
func NewScoringService(schemes SchemeStore, assessments AssessmentStore, s *ScoringService) *ScoringService {
	s.schemes, s.assessments = schemes, assessments
	return s
}

// Scheme returns the scheme that holds, with the version that a change is written over.
func (s *ScoringService) Scheme(ctx context.Context) (domain.Versioned[Scheme], error) {
	return s.schemes.Scheme(ctx)
}

// SetScheme replaces the scheme over the version that was read, and returns the new one.
// It returns a KindForbidden error unless the actor manages rules, a KindInvalid error
// where an item breaks a rule, and a KindStale error with the current scheme where it was
// changed since.
func (s *ScoringService) SetScheme(ctx context.Context, actor domain.Actor,
	x domain.Versioned[Scheme]) (out domain.Versioned[Scheme], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := x.Value.Check(); err != nil {
		return out, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.schemes.Scheme(ctx)
		if err != nil {
			return err
		}
		if err := x.Over(before); err != nil {
			return err
		}
		if err := s.schemes.SaveScheme(ctx, x); err != nil {
			return fmt.Errorf("save scheme: %w", err)
		}
		if out, err = s.schemes.Scheme(ctx); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "scheme.update", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: x.Value.Name, After: x.Value, Quiet: true})
	})
	return out, err
}

// Assess scores every unit that has a target or a figure this year. A score is
// official: it is reckoned over all that a unit answers for, whoever looks, and so
// no selection of projects narrows it. What the actor may open of the rows behind
// stays what it is. The year is that of the cut-off. It returns a KindForbidden error unless
// the actor reads reports.
func (s *ScoringService) Assess(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) (Assessment, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Assessment{}, err
	}
	f.Projects = library.ProjectFilter{}
	f, rule, err := s.Reports.ResolveFilter(ctx, f)
	if err != nil {
		return Assessment{}, err
	}
	held, err := s.schemes.Scheme(ctx)
	if err != nil {
		return Assessment{}, err
	}
	scheme := held.Value
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
	names, err := s.assessments.UnitNames(ctx)
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
		u := UnitScore{UnitID: id, Name: names[id], Projects: answersFor(cases, id, rule), Seen: answersFor(seen, id, rule)}
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

// achieved returns what each unit did this year, with its targets, by unit and indicator.
func (s *ScoringService) achieved(ctx context.Context, cases []reporting.ProjectSnapshot, totals reporting.Totals, f reporting.ReportFilter,
	rule reporting.CountingRule) (map[domain.ID]map[string]Achieved, error) {
	targets, err := s.assessments.Targets(ctx, f.Until.Year())
	if err != nil {
		return nil, err
	}
	upheld, err := s.assessments.Upheld(ctx, f.Until.Year())
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
		yearOf(c, first, f.Until, rule, add, func(unit domain.ID, name string) {
			add(unit, name, 0)
			a := out[unit][name]
			a.Unsure++
			out[unit][name] = a
		})
	}
	money := func(unit domain.ID) reporting.Sum {
		sum, _ := totals.Between(reporting.FundsKey(unit), reporting.MonthBucket(first), reporting.MonthBucket(f.Until))
		return sum
	}
	for key := range totals {
		if key.Measure == reporting.MeasureFunds && money(key.UnitID).Confirmed != 0 {
			add(key.UnitID, "funds", 0)
		}
	}
	for _, t := range targets {
		add(t.UnitID, t.Indicator, 0)
	}
	for unit := range out {
		add(unit, "funds", float64(money(unit).Confirmed))
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
