package survival

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// IntervalCurve is how subjects leave waiting when some of their times are known to
// lie in intervals only.
type IntervalCurve struct {
	// Exact and Inexact count the subjects by what is known of their times.
	Exact   int
	Inexact int
	// Intervals are where the maximum likelihood estimate has mass, in the order in
	// which it is drawn. They are empty where all times are exact.
	Intervals []TurnbullInterval
	// Gap is by how much the estimate misses the conditions of a maximum; 0 where it
	// is in closed form.
	Gap float64
	// Observed is the curve of exact times with its standard errors and limits. It is
	// nil where a time is inexact: the estimate then has no such limits.
	Observed []Incidence
	// Earliest and Latest are the curves with every time at that end of its interval.
	Earliest []Incidence
	Latest   []Incidence

	causes int
}

// Turnbull estimates S from times that are intervals, every event counting alike
// whatever its cause: it is TurnbullCauses with one cause.
func Turnbull(obs []IntervalObservation) (IntervalCurve, error) {
	pooled := slices.Clone(obs)
	for i := range pooled {
		pooled[i].Event = min(1, pooled[i].Event)
	}
	return TurnbullCauses(pooled, 1)
}

// TurnbullCauses estimates the share that waits and the share that has met each of
// causes 1 to causes. Where all times are exact it is AalenJohansen. Otherwise it is
// the nonparametric maximum likelihood estimate (Turnbull 1976; with competing causes
// Hudgens, Satten and Longini 2001), which is the same thing where both can be had.
// It returns an error for a cause beyond causes or an interval that is none, and
// ErrNotConverged.
func TurnbullCauses(obs []IntervalObservation, causes int) (IntervalCurve, error) {
	if err := checkIntervals(obs); err != nil {
		return IntervalCurve{}, err
	}
	c := IntervalCurve{causes: causes}
	c.Exact, c.Inexact = countExact(obs)
	var err error
	if c.Earliest, err = AalenJohansen(enteredBefore(earliest(obs)), causes); err != nil {
		return IntervalCurve{}, fmt.Errorf("earliest times: %w", err)
	}
	if c.Inexact == 0 {
		c.Observed, c.Latest = c.Earliest, c.Earliest
		return c, nil
	}
	if c.Latest, err = AalenJohansen(latest(obs), causes); err != nil {
		return IntervalCurve{}, fmt.Errorf("latest times: %w", err)
	}
	l := newLikelihood(reached(obs), causes)
	masses, gap, err := l.maximize()
	if err != nil {
		return IntervalCurve{}, err
	}
	c.Gap = gap
	for j, cell := range l.cells {
		if masses[j] > 0 {
			cell.Mass = masses[j]
			c.Intervals = append(c.Intervals, cell)
		}
	}
	return c, nil
}

// reached leaves out who came in after everybody before had surely left: the share
// that waits is 0 by then and stays 0, as in KaplanMeier.
func reached(obs []IntervalObservation) []IntervalObservation {
	byEntry := slices.Clone(obs)
	slices.SortStableFunc(byEntry, func(a, b IntervalObservation) int { return cmp.Compare(a.Entry, b.Entry) })
	until := math.Inf(1)
	for i, o := range byEntry {
		if i > 0 && o.Entry > 0 && o.Entry >= until {
			return byEntry[:i]
		}
		last := o.Latest
		if o.Event == 0 {
			last = math.Inf(1)
		}
		if i == 0 {
			until = last
		}
		until = math.Max(until, last)
	}
	return byEntry
}

// enteredBefore moves an entry at the time itself, as an interval that excludes its
// earliest time may have it, to before that time.
func enteredBefore(obs []Observation) []Observation {
	for i, o := range obs {
		if o.Entry > 0 && o.Entry == o.Time {
			obs[i].Entry = math.Nextafter(o.Entry, 0)
		}
	}
	return obs
}
