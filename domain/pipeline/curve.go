package pipeline

import (
	"math"

	"sangu/domain/survival"
)

// DaysPerMonth turns days of waiting into months: 365.25 ÷ 12.
const DaysPerMonth = 30.4375

// DaysIn is a number of months in whole days: six months are 183.
func DaysIn(months float64) float64 { return math.Round(months * DaysPerMonth) }

// CurvePoint is the waiting curve at one time.
type CurvePoint struct {
	Months     float64
	AtRisk     int
	Waiting    float64
	Started    float64
	Lower      *float64
	Upper      *float64
	Terminated float64
	Indicative bool // fewer than five waited
}

// Curve is how signed projects leave waiting, with termination as a competing
// event. It is empty where fewer than ten were signed.
type Curve struct {
	N          int
	Started    int
	Terminated int
	Waiting    int
	Points     []CurvePoint
	// AtMonths gives the curve at 3, 6, 9, 12, 15 and 18 months.
	AtMonths []CurvePoint
}

// incidence estimates how waiting ends, by Aalen and Johansen.
func incidence(waits []Waiting) ([]survival.Incidence, error) {
	obs := make([]survival.Observation, len(waits))
	for i, w := range waits {
		obs[i] = survival.Observation{Entry: float64(w.Entry), Time: float64(w.Days), Event: w.Event, Count: w.Count}
	}
	return survival.AalenJohansen(obs, 2)
}

// CurveOf estimates the curve from waits, by Aalen and Johansen.
func CurveOf(waits []Waiting) (Curve, error) {
	var c Curve
	var obs []survival.Observation
	for _, w := range waits {
		c.N += w.Count
		switch w.Event {
		case 1:
			c.Started += w.Count
		case 2:
			c.Terminated += w.Count
		default:
			c.Waiting += w.Count
		}
		obs = append(obs, survival.Observation{Entry: float64(w.Entry), Time: float64(w.Days), Event: w.Event, Count: w.Count})
	}
	if c.N < survival.MinSample {
		return c, nil
	}
	steps, err := incidence(waits)
	if err != nil {
		return Curve{}, err
	}
	for _, s := range thinned(steps) {
		c.Points = append(c.Points, pointOf(s, s.Time, s.AtRisk))
	}
	for _, months := range []float64{3, 6, 9, 12, 15, 18} {
		days := DaysIn(months)
		p := pointOf(survival.At(steps, days), days, survival.AtRisk(obs, days))
		p.Months = months
		c.AtMonths = append(c.AtMonths, p)
	}
	return c, nil
}

// thinned keeps at most one step a week of a long curve: a screen shows no more.
func thinned(steps []survival.Incidence) []survival.Incidence {
	const most, week = 250, 7
	if len(steps) <= most {
		return steps
	}
	var out []survival.Incidence
	for i, s := range steps {
		if i == len(steps)-1 || int(s.Time)/week != int(steps[i+1].Time)/week {
			out = append(out, s)
		}
	}
	return out
}

func pointOf(s survival.Incidence, days float64, atRisk int) CurvePoint {
	started := s.Causes[1]
	p := CurvePoint{Months: days / DaysPerMonth, AtRisk: atRisk, Waiting: s.S, Started: started.F, Terminated: s.Causes[2].F, Indicative: atRisk < survival.MinAtRisk}
	if started.Lower < started.Upper {
		p.Lower, p.Upper = &started.Lower, &started.Upper
	}
	return p
}
