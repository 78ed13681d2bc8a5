package pipeline

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pool"
)

// StalledDays is how many days without a change make a project stalled, as the
// red light of silence has it.
const StalledDays = 60

// WorkList is a list of projects that somebody has to do something about, with
// the filter that opens its rows.
type WorkList struct {
	Key    string // should_start, ready, one_sheet, stalled
	Filter pool.ProjectFilter
	Tally
}

// WorkListsOn names the four lists as of a day: 应开未开, planned to have begun
// and not begun (R6); 具备条件未开工, with all papers of a start and without it
// (R9); 一张纸, not yet
// signed, with a dossier below the threshold and no attachment (R15); 停滞, going
// on and not touched for StalledDays. within narrows all of them.
func WorkListsOn(today domain.Date, gates Gates, within pool.ProjectFilter) []WorkList {
	list := func(key string, narrow func(f *pool.ProjectFilter)) WorkList {
		f := within
		narrow(&f)
		return WorkList{Key: key, Filter: f}
	}
	return []WorkList{
		list("should_start", func(f *pool.ProjectFilter) { f.ShouldHaveBegun = today }),
		list("ready", func(f *pool.ProjectFilter) {
			f.Evidence, f.NotReached, f.Statuses = gates.ReadyPapers(), pool.Started, []pool.Status{pool.Active}
		}),
		list("one_sheet", func(f *pool.ProjectFilter) { f.OneSheet, f.Going, f.NotReached = true, true, pool.Signed }),
		list("stalled", func(f *pool.ProjectFilter) {
			f.StaleBefore, f.NotReached, f.Statuses = today.AddDays(-StalledDays), pool.InProduction, []pool.Status{pool.Active}
		}),
	}
}

// ReadyPapers are the papers of a start that can be had before it: all that its
// gate asks for without the photo of the works and what a reason may stand for. Where the office asks for none,
// the standard gate's are meant.
func (g Gates) ReadyPapers() []string {
	var out []string
	for _, gate := range g {
		for _, n := range gate.Needs {
			if gate.Stage == pool.Started && !n.Reasoned && n.Evidence != "" && n.Evidence != "site_photo" && !slices.Contains(out, n.Evidence) {
				out = append(out, n.Evidence)
			}
		}
	}
	if len(out) == 0 {
		return []string{"construction_permit", "construction_contract"}
	}
	return out
}

// WorkListStore counts what a project filter finds, within the actor's scope.
type WorkListStore interface {
	Tally(ctx context.Context, actor domain.Actor, f pool.ProjectFilter) (Tally, error)
	Gates(ctx context.Context) (Gates, error)
}

// WorkLists gives the four lists with how many projects and how much money each
// holds.
func (s *Reports) WorkLists(ctx context.Context, actor domain.Actor, within pool.ProjectFilter) ([]WorkList, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return nil, err
	}
	gates, err := s.Lists.Gates(ctx)
	if err != nil {
		return nil, err
	}
	lists := WorkListsOn(domain.Today(s.Clock), gates, within)
	for i, l := range lists {
		if lists[i].Tally, err = s.Lists.Tally(ctx, actor, l.Filter); err != nil {
			return nil, err
		}
	}
	return lists, nil
}
