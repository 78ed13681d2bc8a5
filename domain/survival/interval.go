package survival

import (
	"fmt"
	"math"
)

// Range is where a time lies that is not known exactly: from Earliest to Latest,
// both included.
type Range struct {
	Earliest float64
	Latest   float64
}

// Wait returns how long a subject waited whose wait began and ended within the
// ranges start and end: at least from the latest beginning to the earliest end, at
// most from the earliest beginning to the latest end. What ended before it began
// has not waited, so neither is less than 0.
func Wait(start, end Range) Range {
	return Range{
		Earliest: math.Max(0, end.Earliest-start.Latest),
		Latest:   math.Max(0, end.Latest-start.Earliest),
	}
}

// IntervalObservation is one subject whose time is known to lie in an interval. A
// subject with Earliest equal to Latest is exact, and is the same as an Observation
// of that Time.
type IntervalObservation struct {
	// Entry is when watching began; 0 unless the subject came in late (left
	// truncation). Where the beginning of the wait is not known exactly it is the
	// least that Entry can have been.
	Entry float64
	// Earliest and Latest are the interval, both included. For a subject without
	// event they are the least and the most that it has been watched: the event
	// comes after Earliest, and Latest serves the band alone.
	Earliest float64
	Latest   float64
	// AfterEarliest excludes Earliest itself, as published tables (L, R] do.
	AfterEarliest bool
	// Event is 0 for censored, still waiting, and 1, 2, … for the causes.
	Event int
	// Count is how many subjects are alike in all this; 0 means one.
	Count int
}

func (o IntervalObservation) count() int { return max(1, o.Count) }

func (o IntervalObservation) exact() bool { return o.Earliest == o.Latest }

// at returns the observation with its time put at a point of the interval.
func (o IntervalObservation) at(t float64) Observation {
	return Observation{Entry: o.Entry, Time: t, Event: o.Event, Count: o.Count}
}

// midpoint returns the observation with its time put in the middle.
func (o IntervalObservation) midpoint() Observation {
	return o.at(o.Earliest + (o.Latest-o.Earliest)/2)
}

// check returns an error if observation i is none.
func (o IntervalObservation) check(i int) error {
	for _, t := range []float64{o.Entry, o.Earliest, o.Latest} {
		if math.IsNaN(t) || math.IsInf(t, 0) || t < 0 {
			return fmt.Errorf("observation %d has no valid time", i)
		}
	}
	switch {
	case o.Event < 0:
		return fmt.Errorf("observation %d has no valid event", i)
	case o.Count < 0:
		return fmt.Errorf("observation %d counts fewer than none", i)
	case o.Latest < o.Earliest, o.Latest == o.Earliest && o.AfterEarliest && o.Event > 0:
		return fmt.Errorf("observation %d has an empty interval", i)
	case o.Entry > 0 && (o.Entry > o.Earliest || o.Entry == o.Earliest && !o.AfterEarliest):
		return fmt.Errorf("observation %d enters at or after its end", i)
	}
	return nil
}

// checkIntervals returns an error if any observation is none.
func checkIntervals(obs []IntervalObservation) error {
	for i, o := range obs {
		if err := o.check(i); err != nil {
			return err
		}
	}
	return nil
}

// earliest, latest and midpoints return the observations with every time put at
// that point of its interval.
func earliest(obs []IntervalObservation) []Observation {
	return placed(obs, func(o IntervalObservation) Observation { return o.at(o.Earliest) })
}

func latest(obs []IntervalObservation) []Observation {
	return placed(obs, func(o IntervalObservation) Observation { return o.at(o.Latest) })
}

func midpoints(obs []IntervalObservation) []Observation {
	return placed(obs, IntervalObservation.midpoint)
}

func placed(obs []IntervalObservation, at func(IntervalObservation) Observation) []Observation {
	out := make([]Observation, len(obs))
	for i, o := range obs {
		out[i] = at(o)
	}
	return out
}

// countExact returns how many subjects have an exact time and how many have not.
func countExact(obs []IntervalObservation) (exact, inexact int) {
	for _, o := range obs {
		if o.exact() {
			exact += o.count()
		} else {
			inexact += o.count()
		}
	}
	return exact, inexact
}

// AtRiskRange counts who was being watched just before t: those who were whatever
// their days are, and those who may have been.
func AtRiskRange(obs []IntervalObservation, t float64) (least, most int) {
	return AtRisk(earliest(obs), t), AtRisk(latest(obs), t)
}
