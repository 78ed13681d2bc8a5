package reporting

import (
	"math"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/survival"
)

// Why a rate is not estimated.
const (
	TooFew   = "few"   // fewer than survival.MinSample
	TooShort = "short" // nobody has been watched so long
	OfMoney  = "money" // amounts are not estimated
)

// WaitRate is a rate that allows for what has not had time and for what ended:
// the share that had come so far within a number of months, by Aalen and
// Johansen, with the log–log band.
type WaitRate struct {
	Preset
	Months       float64
	N            int
	Share        float64
	Lower, Upper *float64 // as of CurvePoint
	Inexact      int      // of N, those whose days are known within a range only
	Indicative   bool     // fewer than five were watched so long
	Why          string   // "" where it is estimated
}

// horizonOf returns the months within which a stage is judged to be reached.
func horizonOf(s library.Stage) float64 {
	switch {
	case s.Reached(library.FullCapacity):
		return 36
	case s.Reached(library.Completed):
		return 24
	case s.Reached(library.Started):
		return 15
	}
	return 12
}

// WaitFor returns how many days the project waited from a preset's denominator to
// its numerator, or to its end, or has waited by the day; ok is false where it has
// not come to the denominator.
func (p ProjectSnapshot) WaitFor(preset Preset, until domain.Date, rule CountingRule) (w Waiting, ok bool) {
	from := p.When(library.Signed, CountingRule{})
	if preset.Denominator != library.Signed {
		from = p.When(preset.Denominator, rule)
	} else if p.SignedOn().IsZero() {
		return Waiting{}, false
	}
	if from.IsZero() || from.Last.After(until) {
		return Waiting{}, false
	}
	w = p.waitFrom(from, preset.Numerator, until, rule)
	w.Days = max(0, w.Days)
	return w, true
}

// waitRates returns the rates of counted snapshots, by a rule's presets.
func waitRates(signed []ProjectSnapshot, f ReportFilter, rule CountingRule) ([]WaitRate, error) {
	var out []WaitRate
	for _, preset := range rule.Rates {
		r := WaitRate{Preset: preset, Months: horizonOf(preset.Numerator)}
		if preset.Numerator == "" {
			r.Months, r.Why = 0, OfMoney
			out = append(out, r)
			continue
		}
		var waits []Waiting
		for _, p := range signed {
			w, ok := p.WaitFor(preset, f.Until, rule)
			if !ok {
				continue
			}
			one := []Waiting{w}
			if f.LateEntry && preset.Denominator == library.Signed {
				one = watched([]ProjectSnapshot{p}, one)
			}
			waits = append(waits, one...)
		}
		if err := r.estimate(waits); err != nil { // mutate: equivalent, because no wait ends before it is watched and each ends by one cause
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// estimate reads the rate off the curve of waits at its horizon.
func (r *WaitRate) estimate(waits []Waiting) error {
	c := countWaits(waits)
	days := DaysIn(r.Months)
	switch r.N = c.N; {
	case c.Exact+c.Inexact < survival.MinSample:
		r.Why = TooFew
		return nil
	case math.Round(c.Longest*DaysPerMonth) < days:
		r.Why = TooShort
		return nil
	}
	d, err := draw(waits)
	if err != nil {
		return err
	}
	p := d.at(days)
	r.Share, r.Lower, r.Upper, r.Indicative = p.Started, p.Lower, p.Upper, p.Indicative
	r.Inexact = c.Inexact
	return nil
}
