package survival

import (
	"math"
	"slices"
)

// Estimate is a share at one time.
type Estimate struct {
	// Value is what is drawn: each interval's mass counts from its middle on.
	Value float64
	// Lower and Upper are the least and the most that are as likely: they differ
	// within an interval that has mass, where the estimate is not unique.
	Lower float64
	Upper float64
	// BandLower and BandUpper are the band between the curves of the earliest and of
	// the latest times. Without censoring it holds what every choice of times within
	// the intervals would give. With censoring that is no theorem, and the band is
	// widened to hold the estimate.
	BandLower float64
	BandUpper float64
}

// IntervalState is the state of all at one time: S waits, and of each cause the share
// that has met it. Their values add up to 1.
type IntervalState struct {
	Time   float64
	S      Estimate
	Causes map[int]Estimate
}

// At returns the state at time t.
func (c IntervalCurve) At(t float64) IntervalState {
	first, last := At(c.Earliest, t), At(c.Latest, t)
	state := IntervalState{Time: t, Causes: map[int]Estimate{}}
	all := Estimate{}
	for k := 1; k <= c.causes; k++ {
		e := c.met(k, t)
		if c.Inexact == 0 {
			f := first.Causes[k].F
			e = Estimate{Value: f, Lower: f, Upper: f}
		}
		all.Value += e.Value
		all.Lower += e.Lower
		all.Upper += e.Upper
		state.Causes[k] = e.banded(first.Causes[k].F, last.Causes[k].F)
	}
	s := Estimate{Value: share01(1 - all.Value), Lower: share01(1 - all.Upper), Upper: share01(1 - all.Lower)}
	if c.Inexact == 0 {
		s = Estimate{Value: first.S, Lower: first.S, Upper: first.S}
	}
	state.S = s.banded(first.S, last.S)
	return state
}

// met returns the estimate of a cause's cumulative incidence, without its band.
func (c IntervalCurve) met(cause int, t float64) Estimate {
	var e Estimate
	for _, i := range c.Intervals {
		if i.Cause != cause {
			continue
		}
		if i.Right <= t {
			e.Lower += i.Mass
		}
		if i.Middle() <= t {
			e.Value += i.Mass
		}
		if i.Left < t || i.Left == t && !i.AfterLeft {
			e.Upper += i.Mass
		}
	}
	e.Value, e.Lower, e.Upper = share01(e.Value), share01(e.Lower), share01(e.Upper)
	return e
}

// banded returns the estimate with the band between two values.
func (e Estimate) banded(a, b float64) Estimate {
	e.BandLower = min(a, b, e.Lower)
	e.BandUpper = max(a, b, e.Upper)
	return e
}

// share01 takes off what rounding leaves beyond 0 and 1.
func share01(x float64) float64 {
	switch {
	case x < 1e-12:
		return math.Max(0, x)
	case x > 1-1e-12:
		return math.Min(1, x)
	}
	return x
}

// Times returns the times at which the drawn curve, its range or its band changes, in
// order.
func (c IntervalCurve) Times() []float64 {
	var out []float64
	for _, i := range c.Intervals {
		if i.Cause > 0 {
			out = append(out, i.Left, i.Middle(), i.Right)
		}
	}
	for _, curve := range [][]Incidence{c.Earliest, c.Latest} {
		for _, p := range curve {
			out = append(out, p.Time)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Chance returns the probability of a cause within h more, for one who has waited u,
// by the drawn curve. ok is false where nobody waits at u.
func (c IntervalCurve) Chance(cause int, u, h float64) (p float64, ok bool) {
	now, then := c.At(u), c.At(u+h)
	if now.S.Value <= 0 {
		return 0, false
	}
	return (then.Causes[cause].Value - now.Causes[cause].Value) / now.S.Value, true
}
