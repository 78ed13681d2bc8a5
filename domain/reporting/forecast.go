package reporting

import (
	"sangu/domain"
	"sangu/domain/survival"
)

// Step is a sum that grew on a day.
type Step struct {
	On  domain.Date
	Sum int
}

// Forecast is how many projects may have started by a day to come: Expected, and
// the shortest range with a probability of at least 80 %.
type Forecast struct {
	On        domain.Date
	Expected  float64
	Low, High int
	// Indicative is set where the estimate leans on waits so long that fewer than
	// five were still watched.
	Indicative bool
}

// trialsBy returns the probability that each waiting project starts by a day, how
// many those are, and how many have waited longer than any project whose end is
// known and are left out.
func (o Outlook) trialsBy(curve []survival.Incidence, waits []Waiting, by domain.Date) (out []trials, waiting, without int) {
	for _, w := range waits {
		if w.Event != 0 {
			continue
		}
		p, ok := startProbability(curve, w.Days, by.DaysSince(o.Until))
		if !ok {
			without += w.Count
			continue
		}
		waiting += w.Count
		out = append(out, trials{p, w.Count})
	}
	return out, waiting, without
}

// forecast fills in the end of every month to come.
func (o *Outlook) forecast(curve []survival.Incidence, waits []Waiting) {
	firm := firmUntil(curve)
	for month := o.Until.Month(); month <= 12; month++ {
		on := o.To
		if month < 12 {
			next, _ := domain.NewDate(o.Until.Year(), month+1, 1)
			on = next.AddDays(-1)
		}
		if !on.After(o.Until) {
			continue
		}
		all, _, _ := o.trialsBy(curve, waits, on)
		s := distributionOf(all)
		low, high := s.shortest(coverage)
		f := Forecast{On: on, Expected: s.mean + float64(o.StartedSoFar), Low: o.StartedSoFar + low, High: o.StartedSoFar + high}
		for _, w := range waits {
			f.Indicative = f.Indicative || w.Event == 0 && float64(w.Days) < curve[len(curve)-1].Time && float64(w.Days+on.DaysSince(o.Until)) > firm
		}
		o.Ahead = append(o.Ahead, f)
	}
}

// firmUntil returns the longest wait, in days, at which at least five were still
// watched.
func firmUntil(curve []survival.Incidence) float64 {
	firm := 0.0
	for _, c := range curve {
		if c.AtRisk >= survival.MinAtRisk {
			firm = c.Time
		}
	}
	return firm
}
