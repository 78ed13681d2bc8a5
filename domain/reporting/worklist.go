package reporting

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// StalledDays is how many days without a change make a project stalled, as the
// red light of silence has it.
const StalledDays = 60

// WorkList is a list of projects that need somebody's action, with the filter that
// opens its rows.
type WorkList struct {
	Key    string // should_start, ready, one_sheet, stalled
	Filter library.ProjectFilter
	Tally
}

// WorkListsOn returns the four lists as of a day: 应开未开, planned to have started
// and not started (R6); 具备条件未开工, with all papers of a start and without it (R9);
// 一张纸, not yet signed, with a dossier below the threshold and no attachment (R15);
// 停滞, going on and not changed for StalledDays. within narrows all of them.
func WorkListsOn(today domain.Date, gates pipeline.Gates, within library.ProjectFilter) []WorkList {
	list := func(key string, narrow func(f *library.ProjectFilter)) WorkList {
		f := within
		narrow(&f)
		return WorkList{Key: key, Filter: f}
	}
	return []WorkList{
		list("should_start", func(f *library.ProjectFilter) { f.ShouldHaveBegun = today }),
		list("ready", func(f *library.ProjectFilter) {
			f.Evidence, f.NotReached, f.Statuses = gates.ReadyPapers(), library.Started, []library.Status{library.Active}
		}),
		list("one_sheet", func(f *library.ProjectFilter) { f.OneSheet, f.Going, f.NotReached = true, true, library.Signed }),
		list("stalled", func(f *library.ProjectFilter) {
			f.StaleBefore, f.NotReached, f.Statuses = today.AddDays(-StalledDays), library.InProduction, []library.Status{library.Active}
		}),
	}
}

// WorkListStore counts what a project filter finds, within the actor's scope.
type WorkListStore interface {
	Tally(ctx context.Context, actor domain.Actor, f library.ProjectFilter) (Tally, error)
	Gates(ctx context.Context) (pipeline.Gates, error)
}

// WorkListReport is the four lists with what they were counted by: as things
// stand, since what wants doing is of today.
type WorkListReport struct {
	Basis
	Scope Scope
	Items []WorkList
}

// WorkLists returns the four lists with how many projects and how much money are
// on each. It returns a KindForbidden error without the right to read reports.
func (s *Reports) WorkLists(ctx context.Context, actor domain.Actor, within library.ProjectFilter) (WorkListReport, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return WorkListReport{}, err
	}
	f, rule, err := s.resolveFilter(ctx, ReportFilter{Projects: within, Rule: -1})
	if err != nil {
		return WorkListReport{}, err
	}
	gates, err := s.workListStore.Gates(ctx)
	if err != nil {
		return WorkListReport{}, err
	}
	units, err := s.store.UnitNames(ctx)
	if err != nil {
		return WorkListReport{}, err
	}
	out := WorkListReport{Basis: s.BasisOf(f, rule), Scope: scopeOf(actor, within, units), Items: WorkListsOn(f.Until, gates, within)}
	for i, l := range out.Items {
		if out.Items[i].Tally, err = s.workListStore.Tally(ctx, actor, l.Filter); err != nil {
			return WorkListReport{}, err
		}
	}
	return out, nil
}
