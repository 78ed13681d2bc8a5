package reporting

import (
	"cmp"

	"sangu/domain"
)

// Waiting is a number of projects that waited the same days from signing to
// the same end.
type Waiting struct {
	// Days is how long they waited, or at most may have waited where a day is not
	// known exactly.
	Days int
	// Slack is how many days fewer it may have been: 0 where both days are known,
	// Unbounded where nothing tells how early the wait began.
	Slack int
	Event int // 0 waiting still, 1 started, 2 terminated
	Entry int // the day on which watching began; 0 at the signing
	Count int
}

// Unbounded is the Slack of what has no first possible day.
const Unbounded = -1

// waitBetween returns the wait from one span of days to another.
func waitBetween(from, to Span) Waiting {
	switch {
	case from.exact() && to.exact():
		return Waiting{Days: to.Last.DaysSince(from.Last), Count: 1}
	case from.First.IsZero():
		return Waiting{Days: max(0, to.Last.DaysSince(from.Last)), Slack: Unbounded, Count: 1}
	}
	most, least := max(0, to.Last.DaysSince(from.First)), 0
	if !to.First.IsZero() {
		least = max(0, to.First.DaysSince(from.Last))
	}
	return Waiting{Days: most, Slack: most - least, Count: 1}
}

// WaitOf returns the wait from a day to another, which has lasted so many days between
// the last days on which both may have been, and as a database has it: least between the
// last beginning and the first end, most between the first beginning and the last end;
// nil where there is no first.
func WaitOf(days int, least, most *int) Waiting {
	switch {
	case most == nil:
		return Waiting{Days: max(0, days), Slack: Unbounded}
	case least != nil && *least == days && *most == days:
		return Waiting{Days: days}
	}
	w := Waiting{Days: max(0, *most)}
	w.Slack = w.Days
	if least != nil {
		w.Slack -= max(0, *least)
	}
	return w
}

// ended returns the wait with what ended it.
func (w Waiting) ended(event int) Waiting {
	w.Event = event
	return w
}

// least returns the fewest days of the wait.
func (w Waiting) least() int {
	if w.Slack == Unbounded {
		return 0
	}
	return w.Days - w.Slack
}

// Range returns the fewest and the most days of the wait, equal where both days are
// known; known is false where nothing tells how early it began.
func (w Waiting) Range() (least, most int, known bool) {
	return w.least(), w.Days, w.Slack != Unbounded
}

// mayBe reports whether the wait ended by the event, and may have within so many days.
func (w Waiting) mayBe(event int, days float64) bool {
	return w.Event == event && float64(w.least()) <= days
}

// byLength orders waits, the shortest first: what is estimated from them is then the
// same to the last digit in whatever order they were read.
func byLength(a, b Waiting) int {
	return cmp.Or(cmp.Compare(a.Days, b.Days), cmp.Compare(a.Slack, b.Slack), cmp.Compare(a.Event, b.Event),
		cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Count, b.Count))
}

// bounded returns the waits of which it is known how early they began, and how many
// others there are: of those nothing is known that a curve could be drawn from.
func bounded(all []Waiting) (out []Waiting, others int) {
	for _, w := range all {
		if w.Slack == Unbounded {
			others += w.Count
		} else {
			out = append(out, w)
		}
	}
	return out, others
}

// inexact returns how many of the waits are known within a range only.
func inexact(all []Waiting) (n int) {
	for _, w := range all {
		if w.Slack > 0 {
			n += w.Count
		}
	}
	return n
}

// waits returns the waits of counted snapshots.
func waits(snapshots []ProjectSnapshot, until domain.Date, rule CountingRule) []Waiting {
	out := make([]Waiting, len(snapshots))
	for i, p := range snapshots {
		out[i] = p.Wait(until, rule)
	}
	return out
}
