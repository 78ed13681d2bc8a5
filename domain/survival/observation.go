// Package survival holds the statistics of waiting times: Kaplan–Meier, Aalen–Johansen,
// Turnbull's estimate for times that are intervals, log-rank and Wilson. They are pure
// functions over times; what the times measure is the caller's business.
package survival

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Z95 is the 97.5 % point of the standard normal distribution.
const Z95 = 1.959963984540054

// Observation is one subject: watched from Entry to Time, when Event happened.
type Observation struct {
	// Entry is when watching began; 0 unless the subject came in late (left
	// truncation).
	Entry float64
	Time  float64
	// Event is 0 for censored, still waiting, and 1, 2, … for the causes.
	Event int
	// Count is how many subjects are alike in all this; 0 means one.
	Count int
}

func (o Observation) count() int {
	if o.Count == 0 {
		return 1
	}
	return o.Count
}

// point is one distinct event time with who was at risk just before it.
type point struct {
	t      float64
	atRisk int
	events map[int]int // by cause
	total  int
}

// points orders the distinct event times. Events come before censorings of
// the same time; a subject that enters at t is at risk only after t.
func points(obs []Observation) ([]point, error) {
	for i, o := range obs {
		if math.IsNaN(o.Time) || math.IsInf(o.Time, 0) || o.Time < 0 || o.Entry < 0 || math.IsNaN(o.Entry) || o.Event < 0 {
			return nil, fmt.Errorf("observation %d has no valid time or event", i)
		}
		if o.Count < 0 {
			return nil, fmt.Errorf("observation %d counts fewer than none", i)
		}
		if o.Entry > 0 && o.Entry >= o.Time {
			return nil, fmt.Errorf("observation %d enters at or after its end", i)
		}
	}
	byTime := slices.Clone(obs)
	slices.SortFunc(byTime, func(a, b Observation) int { return cmp.Compare(a.Time, b.Time) })
	late := make([]Observation, 0)
	leaving := 0
	for _, o := range obs {
		leaving += o.count()
		if o.Entry > 0 {
			late = append(late, o)
		}
	}
	slices.SortFunc(late, func(a, b Observation) int { return cmp.Compare(b.Entry, a.Entry) })
	absent := 0 // came in at or after the time at hand
	for _, o := range late {
		absent += o.count()
	}
	var out []point
	for i := 0; i < len(byTime); {
		t := byTime[i].Time
		p := point{t: t, events: map[int]int{}}
		for len(late) > 0 && late[len(late)-1].Entry < t {
			absent -= late[len(late)-1].count()
			late = late[:len(late)-1]
		}
		p.atRisk = leaving - absent
		for ; i < len(byTime) && byTime[i].Time == t; i++ {
			o := byTime[i]
			leaving -= o.count()
			if o.Event > 0 {
				p.events[o.Event] += o.count()
				p.total += o.count()
			}
		}
		if p.total > 0 {
			out = append(out, p)
		}
	}
	return out, nil
}

// AtRisk counts who was being watched just before t.
func AtRisk(obs []Observation, t float64) int {
	n := 0
	for _, o := range obs {
		if o.Time >= t && (o.Entry < t || o.Entry == 0) {
			n += o.count()
		}
	}
	return n
}

// gathered puts alike subjects together, so that what goes over all at each event time
// goes over fewer.
func gathered(obs []Observation) []Observation {
	at := make(map[Observation]int, len(obs))
	var out []Observation
	for _, o := range obs {
		n := o.count()
		o.Count = 0
		i, seen := at[o]
		if !seen {
			i = len(out)
			at[o] = i
			out = append(out, o)
		}
		out[i].Count += n
	}
	return out
}
