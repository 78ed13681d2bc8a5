package reporting

import (
	"sangu/domain"
	"sangu/domain/survival"
)

// Outlook is what may be expected by the year's end, from how projects of the
// same waiting time have done so far.
type Outlook struct {
	Until domain.Date
	To    domain.Date // 31 December
	// StartedSoFar this year, whenever it was signed; Expected at the end, with the shortest range that
	// has a probability of at least 80 %.
	StartedSoFar int
	Expected     float64
	Low, High    int
	// Waiting are those counted upon; WithoutLike have waited longer than any
	// that is known to have ended, and are left out.
	Waiting, WithoutLike int
	Target               *int
	TargetProbability    *float64
	Known                bool
	// Starts are this year's so far, Ahead what is to be expected at the ends of
	// the months to come; empty where too little is known.
	Starts []Step
	Ahead  []Forecast
}

// coverage is the least probability of the range of an outlook.
const coverage = 0.8

// OutlookOf estimates this year's starts from all that was signed, beside a target
// where there is one. It is not known below survival.MinSample signings.
func OutlookOf(totals Totals, until domain.Date, target *int64) (Outlook, error) {
	end, _ := domain.NewDate(until.Year(), 12, 31)
	o := Outlook{Until: until, To: end, Starts: totals.Starts(until)}
	if n := len(o.Starts); n > 0 {
		o.StartedSoFar = o.Starts[n-1].Sum
	}
	if target != nil {
		n := int(*target)
		o.Target = &n
	}
	waits := totals.Waits(0, until)
	n := 0
	for _, w := range waits {
		n += w.Count
	}
	if n < survival.MinSample {
		return o, nil
	}
	curve, err := incidence(waits)
	if err != nil || len(curve) == 0 {
		return o, err
	}
	o.Known = true
	all, waiting, without := o.trialsBy(curve, waits, end)
	o.Waiting, o.WithoutLike = waiting, without
	o.estimate(distributionOf(all))
	o.forecast(curve, waits)
	return o, nil
}

// estimate fills in what is to be expected where the starts still to come are so
// distributed.
func (o *Outlook) estimate(s distribution) {
	low, high := s.shortest(coverage)
	o.Expected = s.mean + float64(o.StartedSoFar)
	o.Low, o.High = o.StartedSoFar+low, o.StartedSoFar+high
	if o.Target != nil {
		p := s.atLeast(*o.Target - o.StartedSoFar)
		o.TargetProbability = &p
	}
}
