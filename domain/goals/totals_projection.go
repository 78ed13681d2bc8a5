package goals

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// DirtyProject says that a project has changed since its share of the totals was kept.
type DirtyProject struct {
	ID        int64
	ProjectID domain.ID
}

// Contribution is one project's share of the totals as it was last kept, with its
// light's place among the worst; Rank is below 0 where it has none.
type Contribution struct {
	ProjectID domain.ID
	Totals    reporting.Totals
	Rank      int
	Wan       int64
	// Shown is the light of this month, where rules look back on it; it is kept
	// beside the share.
	Shown []reporting.MonthlyLight
}

// TotalsStore keeps totals, each project's share of them, and marks. The store
// marks a project whenever its row changes.
type TotalsStore interface {
	// Kept gives the number of the last keeping, and for which day and rules
	// every light was judged.
	Kept(ctx context.Context) (number int, judged string, err error)
	// NextKeeping raises the number within the unit of work, so that two
	// keepers do not work at once.
	NextKeeping(ctx context.Context, judged string) error
	Marks(ctx context.Context, most int) ([]DirtyProject, error)
	MarksOf(ctx context.Context, projects []domain.ID) ([]DirtyProject, error)
	// Totals gives the totals of a keeping; callers do not change them.
	Totals(ctx context.Context, number int) (reporting.Totals, error)
	Shares(ctx context.Context, ids []domain.ID) ([]Contribution, error)
	// Ranks gives the ranks of kept lights, below 0 for none; a project without
	// a share is absent.
	Ranks(ctx context.Context, ids []domain.ID) (map[domain.ID]int, error)
	// Keep adds to the totals, writes shares, and takes marks off.
	Keep(ctx context.Context, add reporting.Totals, shares []Contribution, done []DirtyProject) error
	// Worst gives the projects of the worst lights, the worst first.
	Worst(ctx context.Context, most int) ([]domain.ID, error)
	// WorstKey gives those on lists of key projects alone.
	WorstKey(ctx context.Context, most int) ([]domain.ID, error)
	// ProjectsAfter gives the next projects by ID.
	ProjectsAfter(ctx context.Context, id domain.ID, most int) ([]domain.ID, error)
	// KeepMonths keeps the lights of a month, over those kept of it before.
	KeepMonths(ctx context.Context, months []reporting.MonthlyLight) error
	// AddFunds adds each project's money in place, by month, to its share, and what
	// of it no verifier has looked at.
	AddFunds(ctx context.Context, shares []Contribution) error
	// CurrentSnapshots returns projects as they stand.
	CurrentSnapshots(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) ([]reporting.ProjectSnapshot, error)
	Colours(ctx context.Context) (RuleSet, error)
}

// TotalsProjection maintains the totals of the front page. A change only leaves a mark, in
// its own unit of work; a reader adds what is marked to what was kept, so that
// figures are right whether or not anybody keeps; Keep folds the marks in.
type TotalsProjection struct {
	Work  domain.Work
	Store TotalsStore
	Clock domain.Clock
}

const (
	chunk     = 1000 // projects folded in one unit of work
	mostMarks = 300  // marks that a reader adds by himself
)

// Keep judges every light anew where the day or the rules have changed, and
// folds marks into the totals until none is left.
func (k *TotalsProjection) Keep(ctx context.Context) error {
	if err := k.recomputeLights(ctx); err != nil {
		return fmt.Errorf("judge lights: %w", err)
	}
	for {
		n, err := k.apply(ctx)
		if err != nil {
			return fmt.Errorf("keep totals: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// apply takes one chunk of marks into the totals.
func (k *TotalsProjection) apply(ctx context.Context) (n int, err error) {
	if marks, err := k.Store.Marks(ctx, 1); err != nil || len(marks) == 0 {
		return 0, err
	}
	err = k.Work.Do(ctx, func(ctx context.Context) error {
		_, judged, err := k.Store.Kept(ctx)
		if err != nil {
			return err
		}
		if err := k.Store.NextKeeping(ctx, judged); err != nil {
			return err
		}
		marks, err := k.Store.Marks(ctx, chunk)
		if err != nil {
			return err
		}
		n = len(marks)
		return k.renew(ctx, projectsOf(marks), marks)
	})
	return n, err
}

// recomputeLights renews every project's share for today's lights, in chunks; only when
// all are done are the lights said to be today's.
func (k *TotalsProjection) recomputeLights(ctx context.Context) error {
	key, err := k.key(ctx)
	if err != nil {
		return err
	}
	_, judged, err := k.Store.Kept(ctx)
	if err != nil || judged == key {
		return err
	}
	after, more := domain.ID(""), true
	for more {
		err := k.Work.Do(ctx, func(ctx context.Context) error {
			ids, err := k.Store.ProjectsAfter(ctx, after, chunk)
			if err != nil {
				return err
			}
			if more = len(ids) > 0; !more {
				return k.Store.NextKeeping(ctx, key)
			}
			after = ids[len(ids)-1]
			if err := k.Store.NextKeeping(ctx, judged); err != nil {
				return err
			}
			marks, err := k.Store.MarksOf(ctx, ids)
			if err != nil {
				return err
			}
			return k.renew(ctx, ids, marks)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// renew replaces the shares of projects by what they are now.
func (k *TotalsProjection) renew(ctx context.Context, ids []domain.ID, done []DirtyProject) error {
	had, now, err := k.shares(ctx, ids)
	if err != nil {
		return err
	}
	add := reporting.Totals{}
	for _, s := range had {
		add.Merge(s.Totals, -1)
	}
	var months []reporting.MonthlyLight
	for _, s := range now {
		add.Merge(s.Totals, 1)
		months = append(months, s.Shown...)
	}
	if err := k.Store.KeepMonths(ctx, months); err != nil {
		return err
	}
	return k.Store.Keep(ctx, add, now, done)
}

// shares gives what was kept of projects and what they are now.
func (k *TotalsProjection) shares(ctx context.Context, ids []domain.ID) (had, now []Contribution, err error) {
	if len(ids) == 0 {
		return nil, nil, nil
	}
	if had, err = k.Store.Shares(ctx, ids); err != nil {
		return nil, nil, err
	}
	cases, err := k.cases(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	rules, err := k.Store.Colours(ctx)
	if err != nil {
		return nil, nil, err
	}
	on := domain.Today(k.Clock)
	there := map[domain.ID]bool{}
	for _, c := range cases {
		there[c.ProjectID] = true
		now = append(now, shareOf(c, on, rules))
	}
	if err := k.Store.AddFunds(ctx, now); err != nil {
		return nil, nil, err
	}
	// What is not there any more, as of an import that was undone, adds nothing.
	for _, s := range had {
		if !there[s.ProjectID] {
			now = append(now, Contribution{ProjectID: s.ProjectID, Totals: reporting.Totals{}, Rank: -1})
		}
	}
	return had, now, nil
}

func (k *TotalsProjection) cases(ctx context.Context, ids []domain.ID) ([]reporting.ProjectSnapshot, error) {
	f := reporting.ReportFilter{}
	f.Projects.IDs = ids
	return k.Store.CurrentSnapshots(ctx, domain.RunAs("system.keeper", org.ProjectRead), f)
}

// shareOf is what one project adds to the totals, its light of the day included.
func shareOf(c reporting.ProjectSnapshot, on domain.Date, rules RuleSet) Contribution {
	s := Contribution{ProjectID: c.ProjectID, Totals: reporting.Totals{}, Rank: -1}
	s.Totals.Count(c, reporting.StandardRule(), on)
	if lit(c) {
		signals := SignalsOf(c, on)
		l := ProjectLight{c, rules.Judge(signals)}
		if rules.LooksBack() {
			s.Shown = []reporting.MonthlyLight{litMonthOf(c, on, signals, l.Light)}
		}
		w := l.weight()
		s.Rank, s.Wan = w.rank, w.wan
		s.Totals.Add(lightTotal(keyOf(on, rules), l.Light.Colour), 0, reporting.Sum{N: 1})
		if c.KeyLevel != "" {
			s.Totals.Add(keyLightTotal(keyOf(on, rules), l.Light.Colour), 0, reporting.Sum{N: 1})
		}
	}
	return s
}

// lightTotal returns the key of how many lights of a colour there are; judged is
// what keyOf returns.
func lightTotal(judged string, c Colour) reporting.TotalKey {
	return reporting.TotalKey{Measure: reporting.MeasureLight, Judged: judged, Colour: string(c)}
}

// keyLightTotal is lightTotal of the projects on lists of key projects alone.
func keyLightTotal(judged string, c Colour) reporting.TotalKey {
	return reporting.TotalKey{Measure: reporting.MeasureLight, Judged: judged, OnKeyLists: true, Colour: string(c)}
}

// sharing is raised when shares are counted otherwise: all are counted anew then,
// as on a new day.
const sharing = 3

// keyOf names a day's lights by a rule set.
func keyOf(on domain.Date, rules RuleSet) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %+v", sharing, rules)
	return fmt.Sprintf("%s.%016x", on, h.Sum64())
}

func (k *TotalsProjection) key(ctx context.Context) (string, error) {
	rules, err := k.Store.Colours(ctx)
	return keyOf(domain.Today(k.Clock), rules), err
}

func totalsOf(shares []Contribution) []reporting.Totals {
	var out []reporting.Totals
	for _, s := range shares {
		out = append(out, s.Totals)
	}
	return out
}

func projectsOf(marks []DirtyProject) []domain.ID {
	var ids []domain.ID
	for _, m := range marks {
		ids = append(ids, m.ProjectID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
