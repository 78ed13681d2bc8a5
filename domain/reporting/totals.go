package reporting

import (
	"maps"
	"slices"

	"sangu/domain"
)

// Sum is what one cell of the totals adds up: a number of projects, how many of
// them are confirmed, and 元. Of money in place N counts entries, Amount is what
// was reported and Confirmed what was verified.
type Sum struct{ N, Confirmed, Amount int64 }

// Plus returns s with o added so many times.
func (s Sum) Plus(o Sum, times int64) Sum {
	return Sum{N: s.N + times*o.N, Confirmed: s.Confirmed + times*o.Confirmed, Amount: s.Amount + times*o.Amount}
}

// Totals are the sums that a front page is made of, by key and bucket: a
// month, a day, or a number of days, as the measure of the key says. They add up: those of many projects are the
// sums of each one's, so that they can be maintained as projects change.
type Totals map[TotalKey]map[int]Sum

// Add adds to one cell.
func (t Totals) Add(key TotalKey, bucket int, s Sum) {
	if t[key] == nil {
		t[key] = map[int]Sum{}
	}
	t[key][bucket] = t[key][bucket].Plus(s, 1)
}

// Merge adds other totals so many times: -1 takes them off.
func (t Totals) Merge(o Totals, times int64) {
	for key, cells := range o {
		for bucket, s := range cells {
			t.Add(key, bucket, Sum{}.Plus(s, times))
		}
	}
}

// Between returns the sum of a line's buckets from one to another, both included. It
// holds what lies between them for certain, whatever the Slack of the key; unsure is
// what may lie between them or may not. From 0 on nothing is too early.
func (t Totals) Between(key TotalKey, from, to int) (sum, unsure Sum) {
	for own, cells := range t {
		slack := own.Slack
		if own.Slack = key.Slack; own != key {
			continue
		}
		for bucket, s := range cells {
			switch {
			case bucket <= to && (from <= 0 || slack != Unbounded && bucket-slack >= from):
				sum = sum.Plus(s, 1)
			case bucket >= from && (slack == Unbounded || bucket-slack <= to):
				unsure = unsure.Plus(s, 1)
			}
		}
	}
	return sum, unsure
}

// MonthBucket returns the number of a day's month: twelve times the year, and the
// months before it in that year.
func MonthBucket(d domain.Date) int { return d.Year()*12 + d.Month() - 1 }

// dayBucket returns the number of a day, counted from 1 January 2000.
func dayBucket(d domain.Date) int {
	epoch, _ := domain.NewDate(2000, 1, 1)
	return d.DaysSince(epoch)
}

// dayOf returns the day of a bucket.
func dayOf(bucket int) domain.Date {
	epoch, _ := domain.NewDate(2000, 1, 1)
	return epoch.AddDays(bucket)
}

// Overdue returns the projects that were planned to start before a day and have
// not, with the first of the days planned.
func (t Totals) Overdue(on domain.Date) (Sum, domain.Date) {
	return t.upTo(MeasurePlannedStart, on.AddDays(-1))
}

// AddUnverified adds money in place, in 元, that was reported on a day and that no
// verifier has looked at.
func (t Totals) AddUnverified(reported domain.Date, amount domain.Yuan) {
	t.Add(TotalKey{Measure: MeasureUnverifiedFunds}, dayBucket(reported), Sum{N: 1, Amount: int64(amount)})
}

// UnverifiedSince returns the money in place reported by a day, the day included,
// that no verifier has looked at, with the first of the days.
func (t Totals) UnverifiedSince(on domain.Date) (Sum, domain.Date) {
	return t.upTo(MeasureUnverifiedFunds, on)
}

// upTo returns the sum of a measure's days up to one, and the first of them.
func (t Totals) upTo(measure Measure, on domain.Date) (sum Sum, first domain.Date) {
	to, least := dayBucket(on), 0
	for day, s := range t[TotalKey{Measure: measure}] {
		if s.N == 0 || day > to {
			continue
		}
		sum = sum.Plus(s, 1)
		if first.IsZero() || day < least {
			least, first = day, dayOf(day)
		}
	}
	return sum, first
}

// FundMonths returns money in place of all units together, by month (MonthBucket).
func (t Totals) FundMonths() map[int]Sum {
	out := map[int]Sum{}
	for key, cells := range t {
		if key.Measure == MeasureFunds {
			for month, s := range cells {
				out[month] = out[month].Plus(s, 1)
			}
		}
	}
	return out
}

// Waits returns the waits, as of a day, of what was signed in a year or later, in
// one order.
func (t Totals) Waits(since int, until domain.Date) []Waiting {
	var out []Waiting
	for key, cells := range t {
		if key.Measure != MeasureWait || key.Year < since {
			continue
		}
		for bucket, s := range cells {
			w := key.wait(bucket, until)
			w.Count = int(s.N)
			if w.Count > 0 {
				out = append(out, w)
			}
		}
	}
	slices.SortFunc(out, byLength)
	return out
}

// wait returns the wait of a bucket of the key as of a day: one that goes on is kept
// by the last day on which it may have begun, and has lasted longer the earlier it did.
func (k TotalKey) wait(bucket int, until domain.Date) Waiting {
	w := Waiting{Days: bucket, Slack: k.Slack, Event: int(k.Outcome)}
	if k.Outcome == Open {
		w.Days = dayBucket(until) - bucket + max(0, k.Slack)
	}
	return w
}

// Starts returns the starts of a day's year up to that day: one step for each day
// on which something started, with the sum so far. A start whose day is not known
// exactly is counted on the last that it may have been, if that is of the year as the
// first is.
func (t Totals) Starts(until domain.Date) []Step {
	first, _ := domain.NewDate(until.Year(), 1, 1)
	days := map[int]int{}
	for key, cells := range t {
		if key.Measure == MeasureStart {
			for day, s := range cells {
				sure := key.Slack != Unbounded && day-key.Slack >= dayBucket(first)
				if s.N != 0 && sure && day <= dayBucket(until) {
					days[day] += int(s.N)
				}
			}
		}
	}
	var out []Step
	sum := 0
	for _, day := range slices.Sorted(maps.Keys(days)) {
		sum += days[day]
		out = append(out, Step{dayOf(day), sum})
	}
	return out
}

// With returns the totals with some contributions taken off and others put on; t
// stays as it is.
func (t Totals) With(less, more []Totals) Totals {
	out := maps.Clone(t)
	for _, part := range slices.Concat(less, more) {
		for key := range part {
			out[key] = maps.Clone(t[key])
		}
	}
	for _, part := range less {
		out.Merge(part, -1)
	}
	for _, part := range more {
		out.Merge(part, 1)
	}
	return out
}
