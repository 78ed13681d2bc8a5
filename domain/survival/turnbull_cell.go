package survival

import (
	"cmp"
	"math"
	"slices"
)

// TurnbullInterval is where the maximum likelihood estimate puts mass. Anything is
// as likely that puts the same mass elsewhere within it: there the curve is not
// determined.
type TurnbullInterval struct {
	Cause int // 0 for those whose event never comes in the time watched
	Left  float64
	Right float64 // +Inf where Cause is 0
	// AfterLeft excludes Left itself.
	AfterLeft bool
	Mass      float64
}

// Middle is where the mass is drawn: R's survfit does the same.
func (c TurnbullInterval) Middle() float64 { return c.Left + (c.Right-c.Left)/2 }

// Where ends of intervals share a time, their order decides what intersects:
// [t, ends at t, and then (t. So an exact time meets an interval that ends with it,
// (L, t] does not meet (t, R], and events come before censorings of the same time.
const (
	leftIncluded = iota
	rightEnd
	leftExcluded
)

// end is one end of an interval; open is by how many events' intervals more lie
// open after it.
type end struct {
	t    float64
	kind int
	open int
}

func compareEnds(a, b end) int {
	return cmp.Or(cmp.Compare(a.t, b.t), cmp.Compare(a.kind, b.kind))
}

// cells returns the Turnbull intervals in the order of their middles: of each
// cause, from each left end to a right end that follows it with no other end
// between (Peto 1973, Turnbull 1976; with causes Hudgens, Satten and Longini 2001).
// No other place can raise the likelihood. A subject that is censored begins an
// interval of every cause. A late entry ends intervals of every cause: mass before
// it counts for others without counting against that subject (Frydman 1994).
func cells(obs []IntervalObservation, causes int) []TurnbullInterval {
	var out []TurnbullInterval
	for cause := 1; cause <= causes; cause++ {
		out = append(out, cellsOf(endsOf(obs, cause), cause)...)
	}
	slices.SortStableFunc(out, func(a, b TurnbullInterval) int {
		return cmp.Or(cmp.Compare(a.Middle(), b.Middle()), cmp.Compare(a.Right, b.Right), cmp.Compare(a.Cause, b.Cause))
	})
	last, watched := -1.0, -1.0
	for _, o := range obs {
		if o.Event > 0 {
			last = math.Max(last, o.Latest)
		} else {
			watched = math.Max(watched, o.Earliest)
		}
	}
	if watched >= last && watched >= 0 {
		out = append(out, TurnbullInterval{Left: watched, Right: math.Inf(1), AfterLeft: true})
	}
	return out
}

// cellsOf returns the Turnbull intervals of a cause, given its ends in order. Where
// no event of the cause can lie there is none, though somebody be censored there.
func cellsOf(ends []end, cause int) []TurnbullInterval {
	var out []TurnbullInterval
	open := 0
	for i, r := range ends {
		if i > 0 && r.kind == rightEnd && open > 0 {
			if l := ends[i-1]; l.kind != rightEnd {
				out = append(out, TurnbullInterval{Cause: cause, Left: l.t, Right: r.t, AfterLeft: l.kind == leftExcluded})
			}
		}
		open += r.open
	}
	return out
}

// endsOf returns the ends of the intervals of a cause in order.
func endsOf(obs []IntervalObservation, cause int) []end {
	var ends []end
	for _, o := range obs {
		if o.Entry > 0 {
			ends = append(ends, end{t: o.Entry, kind: rightEnd})
		}
		switch o.Event {
		case 0:
			ends = append(ends, end{t: o.Earliest, kind: leftExcluded})
		case cause:
			ends = append(ends, o.leftEnd(), end{t: o.Latest, kind: rightEnd, open: -1})
		}
	}
	slices.SortFunc(ends, compareEnds)
	return ends
}

// leftEnd returns where an event's interval begins.
func (o IntervalObservation) leftEnd() end {
	if o.AfterEarliest {
		return end{t: o.Earliest, kind: leftExcluded, open: 1}
	}
	return end{t: o.Earliest, kind: leftIncluded, open: 1}
}

// leftEnd returns where a cell begins.
func (c TurnbullInterval) leftEnd() end {
	if c.AfterLeft {
		return end{t: c.Left, kind: leftExcluded}
	}
	return end{t: c.Left, kind: leftIncluded}
}
