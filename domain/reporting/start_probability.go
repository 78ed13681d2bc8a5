package reporting

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/survival"
)

// StartProbability is a waiting project with its probability to start by the day
// of StartProbabilities. Known is false where no project that waited so long is
// known to have ended.
type StartProbability struct {
	ProjectSnapshot
	WaitDays int
	Known    bool
	P        float64
}

// StartProbabilities are the projects behind an outlook: their probabilities add
// up to Expected.
type StartProbabilities struct {
	Basis
	By       domain.Date
	Known    bool // false below survival.MinSample
	Expected float64
	Items    []StartProbability // the likeliest first
}

// StartProbabilities returns the probability of each waiting project of a
// selection to start by a day, 31 December unless one is given, by how the
// selection's projects have done so far. It returns a KindForbidden error without
// the right to read reports, and a KindInvalid error for a day before the cut-off
// or by the rules of the filter.
func (s *Reports) StartProbabilities(ctx context.Context, actor domain.Actor, f ReportFilter, by domain.Date) (StartProbabilities, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return StartProbabilities{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return StartProbabilities{}, err
	}
	if by.IsZero() {
		by, _ = domain.NewDate(f.Until.Year(), 12, 31)
	}
	if by.Before(f.Until) {
		return StartProbabilities{}, domain.InvalidField("by", "input.past")
	}
	all, err := s.snapshots(ctx, actor, f, rule)
	if err != nil {
		return StartProbabilities{}, err
	}
	out := StartProbabilities{Basis: s.BasisOf(f, rule), By: by}
	err = out.estimate(counted(all, f.Until, rule), rule)
	return out, err
}

// estimate fills in the probability of each waiting project.
func (h *StartProbabilities) estimate(signed []ProjectSnapshot, rule CountingRule) error {
	curve, err := incidence(waits(signed, h.Until, rule))
	if err != nil {
		return err
	}
	h.Known = len(signed) >= survival.MinSample && len(curve) > 0
	for _, p := range signed {
		w := p.Wait(h.Until, rule)
		if w.Event != 0 {
			continue
		}
		x := StartProbability{ProjectSnapshot: p, WaitDays: w.Days}
		if h.Known {
			x.P, x.Known = startProbability(curve, w.Days, h.By.DaysSince(h.Until))
		}
		h.Expected += x.P
		h.Items = append(h.Items, x)
	}
	slices.SortStableFunc(h.Items, func(a, b StartProbability) int {
		return cmp.Or(cmp.Compare(b.P, a.P), cmp.Compare(a.WaitDays, b.WaitDays), cmp.Compare(a.ProjectID, b.ProjectID))
	})
	return nil
}

// startProbability returns the probability to start within more days for a project
// that has waited some; ok is false where no project that waited so long is known
// to have ended.
func startProbability(curve []survival.Incidence, waited, more int) (p float64, ok bool) {
	if float64(waited) >= curve[len(curve)-1].Time {
		return 0, false
	}
	return survival.Chance(curve, 1, float64(waited), float64(more))
}

// ProjectStartProbability is the probability that one signed project starts by a day, given how
// long it has waited.
type ProjectStartProbability struct {
	ProjectID domain.ID
	WaitDays  int
	By        domain.Date
	P         float64
	Known     bool // false where too few, or none of the same waiting, are known
	N         int
}

// StartProbabilityOf returns the probability of one project to start by a day. It
// returns a KindForbidden error without the right to read reports, a KindInvalid
// error for a day that is not to come, and a KindNotFound error if the actor does
// not see the project.
func (s *Reports) StartProbabilityOf(ctx context.Context, actor domain.Actor, project domain.ID, by domain.Date) (ProjectStartProbability,
	error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return ProjectStartProbability{}, err
	}
	f, rule, err := s.resolveFilter(ctx, ReportFilter{Rule: -1})
	if err != nil {
		return ProjectStartProbability{}, err
	}
	if !by.After(f.Until) {
		return ProjectStartProbability{}, domain.InvalidField("by", "input.past")
	}
	own := f
	own.Projects.IDs = []domain.ID{project}
	mine, err := s.store.CurrentSnapshots(ctx, actor, own)
	if err != nil {
		return ProjectStartProbability{}, err
	}
	if len(mine) == 0 {
		return ProjectStartProbability{}, domain.NotFound(domain.SubjectProject)
	}
	out := ProjectStartProbability{ProjectID: project, By: by}
	if !mine[0].Counts(f.Until, rule) {
		return out, nil
	}
	w := mine[0].Wait(f.Until, rule)
	if out.WaitDays = w.Days; w.Event != 0 {
		return out, nil
	}
	// The curve is the county's: what one unit sees is too little to go by.
	all, err := s.snapshots(ctx, everywhere(), f, rule)
	if err != nil {
		return ProjectStartProbability{}, err
	}
	signed := counted(all, f.Until, rule)
	out.N = len(signed)
	if out.N < survival.MinSample {
		return out, nil
	}
	curve, err := incidence(waits(signed, f.Until, rule))
	if err == nil && len(curve) > 0 {
		out.P, out.Known = startProbability(curve, w.Days, by.DaysSince(f.Until))
	}
	return out, err
}
