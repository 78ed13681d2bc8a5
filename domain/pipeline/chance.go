package pipeline

import (
	"cmp"
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/survival"
)

// Hope is a waiting project with its chance to start by the day of Hopes. Known
// is false where nothing that waited so long is known to have ended.
type Hope struct {
	Case
	WaitDays int
	Known    bool
	P        float64
}

// Hopes are the projects behind an outlook: their chances add up to Expected.
type Hopes struct {
	Basis
	By       domain.Date
	Known    bool // false below survival.MinSample
	Expected float64
	Items    []Hope // the likeliest first
}

// Hopes gives the chance of each waiting project of a selection to start by a
// day, 31 December unless said, by how the selection's projects have done so far.
func (s *Reports) Hopes(ctx context.Context, actor domain.Actor, f ReportFilter, by domain.Date) (Hopes, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Hopes{}, err
	}
	f, rule, err := s.settle(ctx, f)
	if err != nil {
		return Hopes{}, err
	}
	if by.IsZero() {
		by, _ = domain.NewDate(f.Until.Year(), 12, 31)
	}
	if by.Before(f.Until) {
		return Hopes{}, domain.InvalidField("by", "input.past")
	}
	all, err := s.cases(ctx, actor, f, rule)
	if err != nil {
		return Hopes{}, err
	}
	out := Hopes{Basis: s.BasisOf(f, rule), By: by}
	err = out.judge(counted(all, f.Until, rule), rule)
	return out, err
}

// judge gives each waiting case its chance.
func (h *Hopes) judge(signed []Case, rule CountingRule) error {
	curve, err := incidence(waits(signed, h.Until, rule))
	if err != nil {
		return err
	}
	h.Known = len(signed) >= survival.MinSample && len(curve) > 0
	for _, c := range signed {
		w := c.Wait(h.Until, rule)
		if w.Event != 0 {
			continue
		}
		x := Hope{Case: c, WaitDays: w.Days}
		if h.Known {
			x.P, x.Known = chanceOf(curve, w.Days, h.By.DaysSince(h.Until))
		}
		h.Expected += x.P
		h.Items = append(h.Items, x)
	}
	slices.SortStableFunc(h.Items, func(a, b Hope) int {
		return cmp.Or(cmp.Compare(b.P, a.P), cmp.Compare(a.WaitDays, b.WaitDays), cmp.Compare(a.ProjectID, b.ProjectID))
	})
	return nil
}

// chanceOf is the chance to start within more days for one who has waited some;
// unknown where nothing that waited so long is known to have ended.
func chanceOf(curve []survival.Incidence, waited, more int) (p float64, ok bool) {
	if float64(waited) >= curve[len(curve)-1].Time {
		return 0, false
	}
	return survival.Chance(curve, 1, float64(waited), float64(more))
}

// Chance is the probability that one signed project starts by a day, given how
// long it has waited.
type Chance struct {
	ProjectID domain.ID
	WaitDays  int
	By        domain.Date
	P         float64
	Known     bool // false where too few, or none of the same waiting, are known
	N         int
}

// ChanceOf gives the chance of one project.
func (s *Reports) ChanceOf(ctx context.Context, actor domain.Actor, project domain.ID, by domain.Date) (Chance, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Chance{}, err
	}
	f, rule, err := s.settle(ctx, ReportFilter{Rule: -1})
	if err != nil {
		return Chance{}, err
	}
	if !by.After(f.Until) {
		return Chance{}, domain.InvalidField("by", "input.past")
	}
	own := f
	own.Projects.IDs = []domain.ID{project}
	mine, err := s.Keep.Standings(ctx, actor, own)
	if err != nil {
		return Chance{}, err
	}
	if len(mine) == 0 {
		return Chance{}, domain.NotFound("project")
	}
	out := Chance{ProjectID: project, By: by}
	if !mine[0].Counts(f.Until, rule) {
		return out, nil
	}
	w := mine[0].Wait(f.Until, rule)
	if out.WaitDays = w.Days; w.Event != 0 {
		return out, nil
	}
	// The curve is the county's: what one unit sees is too little to go by.
	all, err := s.cases(ctx, everywhere(), f, rule)
	if err != nil {
		return Chance{}, err
	}
	signed := counted(all, f.Until, rule)
	out.N = len(signed)
	if out.N < survival.MinSample {
		return out, nil
	}
	curve, err := incidence(waits(signed, f.Until, rule))
	if err == nil && len(curve) > 0 {
		out.P, out.Known = chanceOf(curve, w.Days, by.DaysSince(f.Until))
	}
	return out, err
}
