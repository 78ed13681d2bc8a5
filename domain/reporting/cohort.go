package reporting

import (
	"cmp"
	"slices"

	"sangu/domain"
	"sangu/domain/survival"
)

// Horizons lists the months after signing at which batches are compared.
func Horizons() []float64 { return []float64{3, 6, 9, 12, 15} }

// Cohort is a batch of projects signed in one month or quarter, and how many of
// them had started so many months after signing. A cell is unknown until the
// whole batch has been watched that long.
type Cohort struct {
	Key                          string
	Signed                       Tally
	StartedBy                    []CohortCell
	Started, Terminated, Waiting int
	Rate                         Rate
}

// CohortCell is the number that had started by a horizon.
type CohortCell struct {
	Months float64
	Known  bool
	// Count had started by the horizon for certain; Unsure started, and their days do
	// not say whether by then.
	Count  int
	Unsure int
	// Lower and Upper are the 95 % interval of the share, by Wilson.
	Lower, Upper float64
}

// cohorts puts signings into batches by month or quarter, the oldest first.
func cohorts(signed []ProjectSnapshot, by Grouping, until domain.Date, rule CountingRule) []Cohort {
	if by != ByMonth {
		by = ByQuarter
	}
	at := map[string]int{}
	var out []Cohort
	last := map[string]domain.Date{}
	for _, p := range signed {
		key := slots(p, by, rule, nil)[0].key
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			b := Cohort{Key: key}
			for _, m := range Horizons() {
				b.StartedBy = append(b.StartedBy, CohortCell{Months: m, Known: true})
			}
			out = append(out, b)
		}
		b := &out[i]
		b.Signed = b.Signed.Plus(Tally{1, p.SignedAmount})
		w := p.Wait(until, rule)
		switch w.Event {
		case 1:
			b.Started++
		case 2:
			b.Terminated++
		default:
			b.Waiting++
		}
		if on := p.SignedOn().Latest(); on.After(last[key]) {
			last[key] = on
		}
		for k := range b.StartedBy {
			switch cell := &b.StartedBy[k]; {
			case w.by(1, DaysIn(cell.Months)):
				cell.Count++
			case w.mayBe(1, DaysIn(cell.Months)):
				cell.Unsure++
			}
		}
	}
	for i := range out {
		b := &out[i]
		b.Rate = RateOf(int64(b.Started), int64(b.Signed.Count))
		for k := range b.StartedBy {
			cell := &b.StartedBy[k]
			cell.Known = float64(until.DaysSince(last[b.Key])) >= DaysIn(cell.Months)
			cell.Lower, cell.Upper = survival.Wilson(cell.Count, b.Signed.Count)
		}
	}
	slices.SortFunc(out, func(a, b Cohort) int { return cmp.Compare(a.Key, b.Key) })
	return out
}
