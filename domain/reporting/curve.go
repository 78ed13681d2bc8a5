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
	Months  float64
	AtRisk  int
	Waiting float64
	Started float64
	// Lower and Upper are the 95 % interval; where days are inexact they hold the
	// intervals of the curves with all days as early and as late as they may be.
	Lower      *float64
	Upper      *float64
	Terminated float64
	// BandLower and BandUpper are between what Started would be with all days as late
	// and as early as they may be; nil where all days are exact.
	BandLower  *float64
	BandUpper  *float64
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
	// Exact, Inexact and Unbounded are how many waits are known to the day, within a
	// range, and not at all, as nothing tells how early they began: those are not in the
	// curve.
	Exact, Inexact, Unbounded int
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

// CurveOf estimates the curve from waits, as draw does. Below survival.MinSample
// waits it has no points.
func CurveOf(waits []Waiting) (Curve, error) {
	waits = gathered(waits)
	c := countWaits(waits)
	if c.Exact+c.Inexact < survival.MinSample {
		return c, nil
	}
	d, err := draw(waits)
	if err != nil {
		return Curve{}, err
	}
	for _, s := range thinned(d.steps) {
		c.Points = append(c.Points, d.at(s.Time).counting(waits))
	}
	for _, months := range marks(c.Longest) {
		p := d.at(DaysIn(months)).counting(waits)
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
		switch {
		case w.Slack == Unbounded:
			c.Unbounded += w.Count
		case w.Slack > 0:
			c.Inexact += w.Count
		default:
			c.Exact += w.Count
		}
		c.Longest = max(c.Longest, float64(w.least())/DaysPerMonth)
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
func (w Waiting) isNew() bool { return w.Event == 0 && w.within(DaysIn(NewMonths)-1) }

// by reports whether the wait had ended by the event within so many days of signing
// for certain.
func (w Waiting) by(event int, days float64) bool { return w.Event == event && w.within(days) }

// within reports whether the wait was no longer than so many days for certain.
func (w Waiting) within(days float64) bool { return w.Slack != Unbounded && float64(w.Days) <= days }

// at reports whether the wait was still watched just before a day after signing.
func (w Waiting) at(days float64) bool {
	return w.Slack != Unbounded && float64(max(0, w.least())) >= days && (w.Entry == 0 || float64(w.Entry) < days)
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
