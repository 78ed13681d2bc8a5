package pipeline

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/domain/pool"
	"sangu/domain/survival"
)

// Outlook is what may be expected by the year's end, from how projects of the
// same waiting time have done so far.
type Outlook struct {
	Until domain.Date
	To    domain.Date // 31 December
	// StartedSoFar this year; Expected at the end, with the shortest range that
	// holds at least eight chances in ten.
	StartedSoFar int
	Expected     float64
	Low, High    int
	// Waiting are those counted upon; WithoutLike have waited longer than any
	// that is known to have ended, and are left out.
	Waiting, WithoutLike int
	Target               *int
	ChanceOfTarget       *float64
	Known                bool
}

// coverage is how much probability the range of an outlook holds at least.
const coverage = 0.8

// outlook estimates this year's starts.
func (s *Reports) outlook(ctx context.Context, signed []Case, until domain.Date, rule CountingRule) (Outlook, error) {
	end, _ := domain.NewDate(until.Year(), 12, 31)
	o := Outlook{Until: until, To: end}
	first, _ := domain.NewDate(until.Year(), 1, 1)
	for _, c := range signed {
		if on := c.By(pool.Started, rule); !on.IsZero() && !on.Before(first) && !on.After(until) {
			o.StartedSoFar++
		}
	}
	if target, ok, err := s.Targets.Total(ctx, until.Year(), "started"); err != nil {
		return o, err
	} else if ok {
		n := int(target)
		o.Target = &n
	}
	w := waits(signed, until, rule)
	if len(w) < survival.MinSample {
		return o, nil
	}
	curve, err := incidence(w)
	if err != nil || len(curve) == 0 {
		return o, err
	}
	o.Known = true
	var chances []float64
	last := curve[len(curve)-1].Time
	for _, x := range w {
		if x.Event != 0 {
			continue
		}
		p, ok := survival.Chance(curve, 1, float64(x.Days), float64(end.DaysSince(until)))
		if !ok || float64(x.Days) >= last {
			o.WithoutLike++
			continue
		}
		o.Waiting++
		o.Expected += p
		chances = append(chances, p)
	}
	spread := poissonBinomial(chances)
	low, high := shortest(spread, coverage)
	o.Expected += float64(o.StartedSoFar)
	o.Low, o.High = o.StartedSoFar+low, o.StartedSoFar+high
	if o.Target != nil {
		sum := 0.0
		for k := max(0, *o.Target-o.StartedSoFar); k < len(spread); k++ {
			sum += spread[k]
		}
		o.ChanceOfTarget = &sum
	}
	return o, nil
}

// poissonBinomial gives the chances that 0, 1, … of independent events happen,
// by adding one event at a time.
func poissonBinomial(chances []float64) []float64 {
	out := []float64{1}
	for _, p := range chances {
		next := make([]float64, len(out)+1)
		for k, q := range out {
			next[k] += q * (1 - p)
			next[k+1] += q * p
		}
		out = next
	}
	return out
}

// shortest is the shortest range of outcomes that holds at least the share; of
// ranges of one length the likeliest.
func shortest(spread []float64, share float64) (low, high int) {
	for length := 1; length <= len(spread); length++ {
		best := -1.0
		for from := 0; from+length <= len(spread); from++ {
			sum := 0.0
			for _, p := range spread[from : from+length] {
				sum += p
			}
			if sum >= share-1e-9 && sum > best {
				best, low, high = sum, from, from+length-1
			}
		}
		if best >= 0 {
			return low, high
		}
	}
	return 0, len(spread) - 1
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
	if err != nil || len(curve) == 0 || float64(w.Days) >= curve[len(curve)-1].Time {
		return out, err
	}
	out.P, out.Known = survival.Chance(curve, 1, float64(w.Days), float64(by.DaysSince(f.Until)))
	return out, nil
}
