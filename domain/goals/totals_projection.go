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

// DirtyProject marks a project that has changed since its contribution was stored.
type DirtyProject struct {
	ID        int64 // of the mark: a project may have several
	ProjectID domain.ID
}

// Contribution is what one project adds to the totals, with its light's place among the
// worst.
type Contribution struct {
	ProjectID domain.ID
	Totals    reporting.Totals
	Rank      int   // of its light's colour, 0 the worst; below 0 where it has no light
	Wan       int64 // its investment in 万元, by which lights of one colour are ordered
	// Shown is the light of this month, where rules look back on it; it is stored by month,
	// beside the contribution.
	Shown []reporting.MonthlyLight
}

// TotalsProjection maintains the totals of the front page. A change of a project only marks
// it, in the same unit of work; a reader adds what marked projects contribute by now, so
// that figures are right at any time; Update brings the stored totals up to date.
type TotalsProjection struct {
	Work  domain.Work
	store TotalsStore
	Clock domain.Clock
}

// NewTotalsProjection returns s, the service, with its store filled in.
func NewTotalsProjection(store TotalsStore, s *TotalsProjection) *TotalsProjection {
	s.store = store
	return s
}

const (
	chunk     = 1000 // projects updated in one unit of work
	mostDirty = 300  // marks up to which a reader counts the projects itself
)

// Update judges every light anew where the day or the rules have changed, and applies
// marked projects until none is left.
func (k *TotalsProjection) Update(ctx context.Context) error {
	if err := k.recomputeLights(ctx); err != nil {
		return fmt.Errorf("judge lights: %w", err)
	}
	for {
		n, err := k.apply(ctx)
		if err != nil {
			return fmt.Errorf("update totals: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// apply brings one chunk of marked projects into the totals, and returns how many marks
// that were.
func (k *TotalsProjection) apply(ctx context.Context) (n int, err error) {
	if dirty, err := k.store.DirtyProjects(ctx, 1); err != nil || len(dirty) == 0 {
		return 0, err
	}
	err = k.Work.Do(ctx, func(ctx context.Context) error {
		_, judged, err := k.store.Progress(ctx)
		if err != nil {
			return err
		}
		if err := k.store.Advance(ctx, judged); err != nil {
			return err
		}
		dirty, err := k.store.DirtyProjects(ctx, chunk)
		if err != nil {
			return err
		}
		n = len(dirty)
		return k.recompute(ctx, projectIDs(dirty), dirty)
	})
	return n, err
}

// recomputeLights recomputes every project's contribution with today's light, in chunks;
// only when all are done is the progress that of today.
func (k *TotalsProjection) recomputeLights(ctx context.Context) error {
	key, err := k.key(ctx)
	if err != nil {
		return err
	}
	_, judged, err := k.store.Progress(ctx)
	if err != nil || judged == key {
		return err
	}
	after, more := domain.ID(""), true
	for more {
		err := k.Work.Do(ctx, func(ctx context.Context) error {
			ids, err := k.store.ProjectsAfter(ctx, after, chunk)
			if err != nil {
				return err
			}
			if more = len(ids) > 0; !more {
				return k.store.Advance(ctx, key)
			}
			after = ids[len(ids)-1]
			if err := k.store.Advance(ctx, judged); err != nil {
				return err
			}
			dirty, err := k.store.DirtyAmong(ctx, ids)
			if err != nil {
				return err
			}
			return k.recompute(ctx, ids, dirty)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// recompute replaces the contributions of projects by what they are now, and removes
// marks.
func (k *TotalsProjection) recompute(ctx context.Context, ids []domain.ID, done []DirtyProject) error {
	had, now, err := k.contributions(ctx, ids)
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
	if err := k.store.SaveMonthlyLights(ctx, months); err != nil {
		return err
	}
	return k.store.Apply(ctx, add, now, done)
}

// contributions returns what projects added when it was last stored, and what they add
// now.
func (k *TotalsProjection) contributions(ctx context.Context, ids []domain.ID) (had, now []Contribution, err error) {
	if len(ids) == 0 {
		return nil, nil, nil
	}
	if had, err = k.store.Contributions(ctx, ids); err != nil {
		return nil, nil, err
	}
	cases, err := k.cases(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	rules, err := k.store.Colours(ctx)
	if err != nil {
		return nil, nil, err
	}
	on := domain.Today(k.Clock)
	there := map[domain.ID]bool{}
	for _, c := range cases {
		there[c.ProjectID] = true
		now = append(now, contributionOf(c, on, rules))
	}
	if err := k.store.AddFunds(ctx, now); err != nil {
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
	return k.store.CurrentSnapshots(ctx, domain.RunAs("system.keeper", org.ProjectRead), f)
}

// contributionOf returns what one project adds to the totals, its light of the day included.
func contributionOf(c reporting.ProjectSnapshot, on domain.Date, rules RuleSet) Contribution {
	s := Contribution{ProjectID: c.ProjectID, Totals: reporting.Totals{}, Rank: -1}
	s.Totals.Count(c, reporting.StandardRule(), on)
	if hasLight(c) {
		signals := SignalsOf(c, on)
		l := ProjectLight{c, rules.Judge(signals)}
		if rules.LooksBack() {
			s.Shown = []reporting.MonthlyLight{monthlyLightOf(c, on, signals, l.Light)}
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

// projectionVersion is raised when contributions are counted in another way: all are
// counted anew then, as on a new day.
const projectionVersion = 3

// keyOf returns the key of a day's lights by a rule set.
func keyOf(on domain.Date, rules RuleSet) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %+v", projectionVersion, rules)
	return fmt.Sprintf("%s.%016x", on, h.Sum64())
}

func (k *TotalsProjection) key(ctx context.Context) (string, error) {
	rules, err := k.store.Colours(ctx)
	return keyOf(domain.Today(k.Clock), rules), err
}

func totalsOf(all []Contribution) []reporting.Totals {
	var out []reporting.Totals
	for _, s := range all {
		out = append(out, s.Totals)
	}
	return out
}

func projectIDs(dirty []DirtyProject) []domain.ID {
	var ids []domain.ID
	for _, m := range dirty {
		ids = append(ids, m.ProjectID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
