package reporting

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

// Sum is what one cell of the totals adds up: a number of projects, how many of
// them are confirmed, and 元. Of money in place N counts entries, Amount is what
// was reported and Confirmed what was verified.
type Sum struct{ N, Confirmed, Amount int64 }

func (s Sum) Plus(o Sum, times int64) Sum {
	return Sum{s.N + times*o.N, s.Confirmed + times*o.Confirmed, s.Amount + times*o.Amount}
}

// Totals are the sums that a front page is made of, by measure and bucket: a
// month, a day, or a number of days. They add up: those of many projects are the
// sums of each one's, so that they can be maintained as projects change.
type Totals map[string]map[int]Sum

// Add adds to one cell.
func (t Totals) Add(measure string, bucket int, s Sum) {
	if t[measure] == nil {
		t[measure] = map[int]Sum{}
	}
	t[measure][bucket] = t[measure][bucket].Plus(s, 1)
}

// Merge adds other totals so many times: -1 takes them off.
func (t Totals) Merge(o Totals, times int64) {
	for measure, cells := range o {
		for bucket, s := range cells {
			t.Add(measure, bucket, Sum{}.Plus(s, times))
		}
	}
}

// Between adds up a measure's buckets from one to another, both included.
func (t Totals) Between(measure string, from, to int) (sum Sum) {
	for bucket, s := range t[measure] {
		if bucket >= from && bucket <= to {
			sum = sum.Plus(s, 1)
		}
	}
	return sum
}

// MonthBucket numbers months.
func MonthBucket(d domain.Date) int { return d.Year()*12 + d.Month() - 1 }

// dayBucket numbers days.
func dayBucket(d domain.Date) int {
	epoch, _ := domain.NewDate(2000, 1, 1)
	return d.DaysSince(epoch)
}

// dayOf is the day of a bucket.
func dayOf(bucket int) domain.Date {
	epoch, _ := domain.NewDate(2000, 1, 1)
	return epoch.AddDays(bucket)
}

// The measures that Count fills. Those of waiting are by year of signing, those
// of a step by stage.
const (
	TotalSigned   = "signed"
	TotalStarted  = "started"
	TotalProduced = "produced"
	TotalTalking  = "talking"
	TotalTalkIn   = "talk_in"
	TotalTalkOut  = "talk_out"
	totalStage    = "stage."
	totalWait     = "wait."
	totalBegun    = "begun."
	totalStep     = "step."
	totalFunds    = "funds."
	totalPlanned  = "planned" // to begin and not begun, by the day planned
	totalUnseen   = "unseen"  // money in place that no verifier looked at, by the day reported
)

// Count adds a project as it stands on a day, under the rule.
func (t Totals) Count(c ProjectSnapshot, rule CountingRule, until domain.Date) {
	t.reach(c)
	t.talks(c)
	t.steps(c)
	t.waits(c, rule, until)
	t.plans(c)
}

// plans counts what goes on and has a day to begin that it has not begun on,
// whether or not the day has come.
func (t Totals) plans(c ProjectSnapshot) {
	if c.PlannedStart.IsZero() || c.Status != library.Active || c.Stage.Rank() >= library.Started.Rank() {
		return
	}
	s := Sum{N: 1}
	if c.TotalInvestment != nil {
		s.Amount = int64(*c.TotalInvestment)
	}
	t.Add(totalPlanned, dayBucket(c.PlannedStart), s)
}

// Overdue is what was planned to begin before a day and has not begun, with the
// first of the days planned.
func (t Totals) Overdue(on domain.Date) (Sum, domain.Date) {
	return t.upTo(totalPlanned, on.AddDays(-1))
}

// AddUnverified adds money in place that was reported on a day and that no verifier has
// looked at.
func (t Totals) AddUnverified(reported domain.Date, amount domain.Yuan) {
	t.Add(totalUnseen, dayBucket(reported), Sum{N: 1, Amount: int64(amount)})
}

// UnverifiedSince is money in place reported by a day, the day included, that no
// verifier has looked at, with the first of the days.
func (t Totals) UnverifiedSince(on domain.Date) (Sum, domain.Date) { return t.upTo(totalUnseen, on) }

// upTo adds up a measure's days up to one, and gives the first of them.
func (t Totals) upTo(measure string, on domain.Date) (sum Sum, first domain.Date) {
	to, least := dayBucket(on), 0
	for day, s := range t[measure] {
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

// reach counts starts, signings and productions by month, whatever the rule.
func (t Totals) reach(c ProjectSnapshot) {
	for measure, stage := range map[string]library.Stage{TotalSigned: library.Signed, TotalStarted: library.Started,
		TotalProduced: library.InProduction} {
		on := c.By(stage, CountingRule{})
		if stage == library.Signed {
			on = c.SignedOn()
		}
		if !on.IsZero() {
			s := Sum{N: 1, Amount: int64(c.SignedAmount)}
			if c.Confirmed[stage] {
				s.Confirmed = 1
			}
			t.Add(measure, MonthBucket(on), s)
		}
	}
}

// talks counts what is being negotiated now, and by month what came into talks
// and left them, signed or ended.
func (t Totals) talks(c ProjectSnapshot) {
	size := int64(0)
	if c.TotalInvestment != nil {
		size = int64(*c.TotalInvestment)
	}
	if (c.Stage == library.Negotiating || c.Stage == library.Intent || c.Stage == library.Reviewed) && !c.Status.Over() {
		t.Add(TotalTalking, 0, Sum{N: 1, Amount: size})
	}
	in := c.By(library.Negotiating, CountingRule{})
	if in.IsZero() {
		return
	}
	t.Add(TotalTalkIn, MonthBucket(in), Sum{N: 1})
	out := c.SignedOn()
	if out.IsZero() || !c.EndedOn.IsZero() && c.EndedOn.Before(out) {
		out = c.EndedOn
	}
	if !out.IsZero() {
		t.Add(TotalTalkOut, max(MonthBucket(in), MonthBucket(out)), Sum{N: 1})
	}
}

// steps counts where the project stands and the days it spent at each stage:
// "done" with the next one reached, "ended", or "open" by the day it came.
func (t Totals) steps(c ProjectSnapshot) {
	if c.Stage.Rank() >= 0 {
		size, over := Sum{N: 1}, 0
		if c.TotalInvestment != nil {
			size.Amount = int64(*c.TotalInvestment)
		}
		if c.Status.Over() {
			over = 1
		}
		t.Add(totalStage+string(c.Stage), over, size)
	}
	stages := library.Stages()
	for i, stage := range stages[:len(stages)-1] {
		from, ok := c.Reached[stage]
		if !ok {
			continue
		}
		at := totalStep + strconv.Itoa(i)
		if on := c.By(stages[i+1], CountingRule{}); !on.IsZero() {
			t.Add(at+".done", max(0, on.DaysSince(from)), Sum{N: 1})
		} else if !c.EndedOn.IsZero() {
			t.Add(at+".ended", max(0, c.EndedOn.DaysSince(from)), Sum{N: 1})
		} else {
			t.Add(at+".open", dayBucket(from), Sum{N: 1})
		}
	}
}

// waits counts how long signed projects that the rule counts waited for their
// start, by the year of signing. A start without a day of signing, as ledgers
// have it, is a start all the same, and no wait.
func (t Totals) waits(c ProjectSnapshot, rule CountingRule, until domain.Date) {
	on, start := c.SignedOn(), c.By(library.Started, rule)
	if on.IsZero() && !start.IsZero() && c.large(rule) {
		t.Add(totalBegun+"0", dayBucket(start), Sum{N: 1})
	}
	if on.IsZero() || !c.Counts(until, rule) {
		return
	}
	year := strconv.Itoa(on.Year())
	if !start.IsZero() {
		t.Add(totalBegun+year, dayBucket(start), Sum{N: 1})
	}
	switch {
	case !start.IsZero():
		t.Add(totalWait+year+".1", start.DaysSince(on), Sum{N: 1})
	case !c.EndedOn.IsZero():
		t.Add(totalWait+year+".2", c.EndedOn.DaysSince(on), Sum{N: 1})
	default:
		t.Add(totalWait+year+".open", dayBucket(on), Sum{N: 1})
	}
}

// FundsMeasure names a unit's money in place among the totals, by month.
func FundsMeasure(unit domain.ID) string { return totalFunds + string(unit) }

// money counts a project's money in place until a day.
func (t Totals) money(r ProjectHistory, until domain.Date) {
	for _, e := range pipeline.EffectiveFunds(r.Funds) {
		if !e.PaidOn.After(until) {
			verified, known := e.Verified()
			t.Add(FundsMeasure(r.Facts.ResponsibleUnitID), MonthBucket(e.PaidOn), Sum{N: 1, Confirmed: int64(verified), Amount: int64(e.Amount)})
			if !known {
				t.AddUnverified(domain.DateOf(e.ReportedAt), e.Amount)
			}
		}
	}
}

// FundMonths adds up money in place over units, by month.
func (t Totals) FundMonths() map[int]Sum {
	out := map[int]Sum{}
	for measure, cells := range t {
		if strings.HasPrefix(measure, totalFunds) {
			for month, s := range cells {
				out[month] = out[month].Plus(s, 1)
			}
		}
	}
	return out
}

// Waits gives the waits, as of a day, of what was signed in a year or later.
func (t Totals) Waits(since int, until domain.Date) []Waiting {
	var out []Waiting
	for measure, cells := range t {
		year, kind, ok := strings.Cut(strings.TrimPrefix(measure, totalWait), ".")
		if y, err := strconv.Atoi(year); !strings.HasPrefix(measure, totalWait) || !ok || err != nil || y < since {
			continue
		}
		for bucket, s := range cells {
			w := Waiting{Days: bucket, Count: int(s.N)}
			switch kind {
			case "1":
				w.Event = 1
			case "2":
				w.Event = 2
			default:
				w.Days = dayBucket(until) - bucket
			}
			if w.Count > 0 {
				out = append(out, w)
			}
		}
	}
	slices.SortFunc(out, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(a.Days, b.Days), cmp.Compare(a.Event, b.Event), cmp.Compare(a.Count, b.Count))
	})
	return out
}

// Starts gives the starts of a year up to a day, one line a day on which
// something started, each with the sum so far.
func (t Totals) Starts(until domain.Date) []Step {
	first, _ := domain.NewDate(until.Year(), 1, 1)
	days := map[int]int{}
	for measure, cells := range t {
		if strings.HasPrefix(measure, totalBegun) {
			for day, s := range cells {
				if s.N != 0 && day >= dayBucket(first) && day <= dayBucket(until) {
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

// With gives the totals with shares replaced, leaving t as it is.
func (t Totals) With(less, more []Totals) Totals {
	out := maps.Clone(t)
	for _, part := range slices.Concat(less, more) {
		for measure := range part {
			out[measure] = maps.Clone(t[measure])
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
