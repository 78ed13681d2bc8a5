package survival

import "math"

// QuantileRange is a time by which a share of subjects has had the event, as a range.
type QuantileRange struct {
	// Time is where the drawn curve crosses; NaN where it never does.
	Time    float64
	Reached bool
	// From and To are where the band crosses: the least and the most that the days
	// allow. To is NaN where the band's upper edge never comes so far.
	From float64
	To   float64
}

// Median returns the smallest time with S(t) ≤ 0.5, as a range.
func (c IntervalCurve) Median() QuantileRange { return c.QuantileOf(0.5) }

// QuantileOf returns the smallest time with S(t) ≤ 1 − p, as a range.
func (c IntervalCurve) QuantileOf(p float64) QuantileRange {
	return c.crossing(func(t float64) Estimate { return c.At(t).S }, 1-p)
}

// CauseQuantile returns the smallest time by which a share of all has met the cause,
// as a range.
func (c IntervalCurve) CauseQuantile(cause int, share float64) QuantileRange {
	return c.crossing(func(t float64) Estimate {
		f := c.At(t).Causes[cause]
		return Estimate{Value: 1 - f.Value, BandLower: 1 - f.BandUpper, BandUpper: 1 - f.BandLower}
	}, 1-share)
}

// crossing returns where a falling share comes down to a level: the lower edge of its
// band first. An interval that excludes its left end lets the edge fall just after it.
func (c IntervalCurve) crossing(of func(t float64) Estimate, level float64) QuantileRange {
	const slack = 1e-9
	q := QuantileRange{Time: math.NaN(), From: math.NaN(), To: math.NaN()}
	for _, t := range c.Times() {
		e := of(t)
		if math.IsNaN(q.From) && min(e.BandLower, of(math.Nextafter(t, math.Inf(1))).BandLower) <= level+slack {
			q.From = t
		}
		if !q.Reached && e.Value <= level+slack {
			q.Time, q.Reached = t, true
		}
		if math.IsNaN(q.To) && e.BandUpper <= level+slack {
			q.To = t
		}
	}
	return q
}
