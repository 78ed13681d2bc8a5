package reporting

import (
	"slices"

	"sangu/domain/survival"
)

// drawnCurve is how waiting ends, event 1 a start and event 2 an end, with what it
// was drawn from.
type drawnCurve struct {
	steps     []survival.Incidence
	intervals []survival.IntervalObservation
	curve     survival.IntervalCurve
}

// draw estimates how waiting ends: by Aalen and Johansen where all days are known
// exactly, and else by the maximum likelihood estimate for interval-censored times
// with competing ends (survival.TurnbullCauses). Waits of which nothing tells how
// early they began are left out.
func draw(waits []Waiting) (drawnCurve, error) {
	waits, _ = bounded(waits)
	slices.SortFunc(waits, byLength)
	d := drawnCurve{intervals: make([]survival.IntervalObservation, len(waits))}
	for i, w := range waits {
		d.intervals[i] = w.observation()
	}
	var err error
	if inexact(waits) == 0 {
		obs := make([]survival.Observation, len(waits))
		for i, o := range d.intervals {
			obs[i] = survival.Observation{Entry: o.Entry, Time: o.Latest, Event: o.Event, Count: o.Count}
		}
		d.steps, err = survival.AalenJohansen(obs, 2)
		return d, err
	}
	if d.curve, err = survival.TurnbullCauses(d.intervals, 2); err == nil {
		d.steps = d.curve.Incidences(d.intervals)
	}
	return d, err
}

// observation returns the wait as package survival takes it. A start that a ledger
// dates before the signing has not waited.
func (w Waiting) observation() survival.IntervalObservation {
	return survival.IntervalObservation{Entry: float64(w.Entry), Earliest: float64(max(0, w.least())), Latest: float64(max(0, w.Days)),
		Event: w.Event, Count: w.Count}
}

// incidence returns the steps of the curve that draw draws.
func incidence(waits []Waiting) ([]survival.Incidence, error) {
	d, err := draw(waits)
	return d.steps, err
}

// at returns the curve's point after so many days.
func (d drawnCurve) at(days float64) CurvePoint {
	s := survival.At(d.steps, days)
	started := s.Causes[1]
	atRisk, _ := survival.AtRiskRange(d.intervals, days)
	p := CurvePoint{Months: days / DaysPerMonth, AtRisk: atRisk, Waiting: s.S, Started: started.F, Terminated: s.Causes[2].F,
		Indicative: atRisk < survival.MinAtRisk}
	if d.curve.Inexact == 0 {
		p.limit(started)
		return p
	}
	band := d.curve.At(days).Causes[1]
	p.BandLower, p.BandUpper = &band.BandLower, &band.BandUpper
	p.limit(survival.At(d.curve.Earliest, days).Causes[1])
	p.limit(survival.At(d.curve.Latest, days).Causes[1])
	return p
}

// limit widens the point's 95 % interval by that of a curve, where it has one.
func (p *CurvePoint) limit(s survival.Share) {
	if !(s.Lower < s.Upper) {
		return
	}
	lower, upper := s.Lower, s.Upper
	if p.Lower != nil {
		lower, upper = min(lower, *p.Lower), max(upper, *p.Upper)
	}
	p.Lower, p.Upper = &lower, &upper
}

// Quantile is the number of days after which a share of those who waited had gone on,
// by the curve, with the fewest and the most that the days allow: all three are equal
// where the days are exact. To is nil where the days allow that it is never reached.
type Quantile struct {
	Days int
	From int
	To   *int
}

// quantile returns the days after which a share had met event 1; nil where the curve
// does not come so far.
func (d drawnCurve) quantile(share float64) *Quantile {
	if d.curve.Inexact == 0 {
		for _, c := range d.steps {
			if c.Causes[1].F >= share {
				days := int(c.Time)
				return &Quantile{Days: days, From: days, To: &days}
			}
		}
		return nil
	}
	q := d.curve.CauseQuantile(1, share)
	if !q.Reached {
		return nil
	}
	out := Quantile{Days: int(q.Time), From: int(q.From)}
	if to := int(q.To); q.To >= q.Time {
		out.To = &to
	}
	return &out
}
