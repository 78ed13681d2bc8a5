package reporting

import (
	"math"
	"slices"

	"sangu/domain/survival"
)

// DaysPerMonth turns days of waiting into months: 365.25 ÷ 12.
const DaysPerMonth = 30.4375

// DaysIn returns a number of months in whole days: six months are 183.
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
	// StartedCount and EndedCount are how many had by then, of those watched.
	StartedCount, EndedCount int
}

// Curve is how signed projects leave waiting, with termination as a competing
// event. It is empty where fewer than ten were signed.
type Curve struct {
	N          int
	Started    int
	Terminated int
	Waiting    int
	// WaitingNew are those of Waiting that have not waited NewMonths yet.
	WaitingNew int
	Points     []CurvePoint
	// AtMonths gives the curve at 3, 6, 9, 12, 15 and 18 months, and on to the
	// longest wait: every 3 months up to two years, then 6, then 12.
	AtMonths []CurvePoint
	// Reading is the point that a headline reads: at the furthest of Horizons to
	// which anybody has been watched; nil where there is none.
	Reading *CurvePoint
	// Longest is the longest that anybody has been watched, in months.
	Longest float64
}

// NewMonths is within how many months of its signing a waiting project is new:
// it cannot be held against a rate.
const NewMonths = 6

// observed returns waits as observations. A start that a ledger dates before the
// signing has not waited.
func observed(waits []Waiting) []survival.Observation {
	obs := make([]survival.Observation, len(waits))
	for i, w := range waits {
		obs[i] = survival.Observation{Entry: float64(w.Entry), Time: float64(max(0, w.Days)), Event: w.Event, Count: w.Count}
	}
	return obs
}

// incidence estimates how waiting ends, by Aalen and Johansen.
func incidence(waits []Waiting) ([]survival.Incidence, error) {
	return survival.AalenJohansen(observed(waits), 2)
}

// CurveOf estimates the curve from waits, by Aalen and Johansen. Below
// survival.MinSample waits it has no points.
func CurveOf(waits []Waiting) (Curve, error) {
	waits = gathered(waits)
	c := countWaits(waits)
	if c.N < survival.MinSample {
		return c, nil
	}
	steps, err := incidence(waits)
	if err != nil {
		return Curve{}, err
	}
	obs := observed(waits)
	for _, s := range thinned(steps) {
		c.Points = append(c.Points, pointOf(s, s.Time, s.AtRisk).counting(waits))
	}
	for _, months := range marks(c.Longest) {
		days := DaysIn(months)
		p := pointOf(survival.At(steps, days), days, survival.AtRisk(obs, days)).counting(waits)
		p.Months = months
		c.AtMonths = append(c.AtMonths, p)
		if DaysIn(months) <= math.Round(c.Longest*DaysPerMonth) && slices.Contains(Horizons(), months) {
			reading := p
			c.Reading = &reading
		}
	}
	return c, nil
}

// gathered counts equal waits together: the curve is read at many months.
func gathered(waits []Waiting) []Waiting {
	at := make(map[Waiting]int, len(waits))
	var out []Waiting
	for _, w := range waits {
		n := w.Count
		w.Count = 0
		i, seen := at[w]
		if !seen {
			i = len(out)
			at[w] = i
			out = append(out, w)
		}
		out[i].Count += n
	}
	return out
}

// countWaits returns the counts of a curve: how waits ended, and the longest of
// them.
func countWaits(waits []Waiting) (c Curve) {
	for _, w := range waits {
		c.N += w.Count
		c.Longest = max(c.Longest, float64(w.Days)/DaysPerMonth)
		switch w.Event {
		case 1:
			c.Started += w.Count
		case 2:
			c.Terminated += w.Count
		default:
			c.Waiting += w.Count
			if w.isNew() {
				c.WaitingNew += w.Count
			}
		}
	}
	return c
}

// End returns how the wait ended: "started", "ended" or "waiting".
func (w Waiting) End() string { return [...]string{"waiting", "started", "ended"}[w.Event] }

// isNew reports whether the project still waits and was signed less than NewMonths
// ago.
func (w Waiting) isNew() bool { return w.Event == 0 && float64(w.Days) < DaysIn(NewMonths) }

// by reports whether the wait had ended by the event within so many days of
// signing.
func (w Waiting) by(event int, days float64) bool { return w.Event == event && float64(w.Days) <= days }

// at reports whether the wait was still watched just before a day after signing.
func (w Waiting) at(days float64) bool {
	return float64(max(0, w.Days)) >= days && (w.Entry == 0 || float64(w.Entry) < days)
}

// marks returns the months at which a curve is read.
func marks(longest float64) []float64 {
	out := []float64{3, 6, 9, 12, 15, 18}
	for m := 21.0; m <= longest; m++ {
		step := 3.0
		switch {
		case m > 48:
			step = 12
		case m > 24:
			step = 6
		}
		if math.Mod(m, step) == 0 {
			out = append(out, m)
		}
	}
	return out
}

// counting adds how many had started or ended by the point.
func (p CurvePoint) counting(waits []Waiting) CurvePoint {
	days := math.Round(p.Months * DaysPerMonth)
	for _, w := range waits {
		if w.by(1, days) {
			p.StartedCount += w.Count
		} else if w.by(2, days) {
			p.EndedCount += w.Count
		}
	}
	return p
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

// pointOf returns the curve's point at a step.
func pointOf(s survival.Incidence, days float64, atRisk int) CurvePoint {
	started := s.Causes[1]
	p := CurvePoint{Months: days / DaysPerMonth, AtRisk: atRisk, Waiting: s.S, Started: started.F, Terminated: s.Causes[2].F,
		Indicative: atRisk < survival.MinAtRisk}
	if started.Lower < started.Upper {
		p.Lower, p.Upper = &started.Lower, &started.Upper
	}
	return p
}
