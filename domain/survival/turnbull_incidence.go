package survival

import "math"

// Incidences returns the drawn curve as AalenJohansen does, at each time at which it
// changes. Where a time is inexact there are no standard errors and no limits (NaN),
// Events is nil, and AtRisk counts those that were watched whatever their days are.
func (c IntervalCurve) Incidences(obs []IntervalObservation) []Incidence {
	if c.Inexact == 0 {
		return c.Observed
	}
	var out []Incidence
	for _, t := range c.Times() {
		state := c.At(t)
		least, _ := AtRiskRange(obs, t)
		p := Incidence{Time: t, AtRisk: least, S: state.S.Value, Causes: map[int]Share{}}
		for cause, e := range state.Causes {
			p.Causes[cause] = Share{F: e.Value, SE: math.NaN(), Lower: math.NaN(), Upper: math.NaN()}
		}
		out = append(out, p)
	}
	return out
}
