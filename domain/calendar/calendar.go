// Package calendar knows which days are worked in China: weekends, the
// holidays of the State Council's yearly notice, and the weekends worked in
// exchange 调休. A year without a notice is Monday to Friday, and says so.
package calendar

import (
	"time"

	"sangu/domain"
)

// Kind is the kind of a day for offices.
type Kind string

// The kinds of day.
const (
	Workday Kind = "workday"
	Weekend Kind = "weekend"
	Holiday Kind = "holiday" // off by the notice 休
	Makeup  Kind = "makeup"  // a weekend day that is worked 班
)

// Kinds lists them.
func Kinds() []Kind { return []Kind{Workday, Weekend, Holiday, Makeup} }

// Worked reports whether offices are open.
func (k Kind) Worked() bool { return k == Workday || k == Makeup }

// Day is a date with what is known of it.
type Day struct {
	On   domain.Date
	Kind Kind
	// Holiday names the run of days off that this belongs to, or "".
	Holiday string
	// Known is false where the year's notice is not: Kind is then by the day
	// of the week alone.
	Known bool
}

// Calendar tells which days are worked, by a table of years.
type Calendar struct {
	days      map[domain.Date]Day
	announced map[int]bool
}

// New returns the calendar of a table of years, as that of Years.
func New(years []Year) Calendar {
	c := Calendar{days: map[domain.Date]Day{}, announced: map[int]bool{}}
	for _, y := range years {
		if !y.Announced() {
			continue
		}
		c.announced[y.Number] = true
		first, _ := domain.NewDate(y.Number, 1, 1)
		for d := first; d.Year() == y.Number; d = d.AddDays(1) {
			c.days[d] = Day{On: d, Kind: byWeekday(d), Known: true}
		}
	}
	// Then the notices: one may reach into the year before or after its own.
	for _, y := range years {
		for _, r := range y.Off {
			for d := r.From; !d.After(r.To); d = d.AddDays(1) {
				c.days[d] = Day{On: d, Kind: Holiday, Holiday: r.Holiday, Known: true}
			}
		}
		for _, d := range y.Makeup {
			c.days[d] = Day{On: d, Kind: Makeup, Known: true}
		}
	}
	return c
}

func byWeekday(d domain.Date) Kind {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return Weekend
	}
	return Workday
}

// On returns what is known of one day.
func (c Calendar) On(d domain.Date) Day {
	if day, ok := c.days[d]; ok {
		return day
	}
	return Day{On: d, Kind: byWeekday(d)}
}

// Between returns every day of a span, both ends included.
func (c Calendar) Between(from, to domain.Date) []Day {
	var out []Day
	for d := from; !d.After(to); d = d.AddDays(1) {
		out = append(out, c.On(d))
	}
	return out
}

// Unknown returns the years of a span whose notice is not known.
func (c Calendar) Unknown(from, to domain.Date) []int {
	var out []int
	for y := from.Year(); y <= to.Year(); y++ {
		if !c.announced[y] {
			out = append(out, y)
		}
	}
	return out
}

// Worked returns the number of working days after from up to and including to. It
// is negative where to is the earlier day.
func (c Calendar) Worked(from, to domain.Date) int {
	if to.Before(from) {
		return -c.Worked(to, from)
	}
	n := 0
	for d := from.AddDays(1); !d.After(to); d = d.AddDays(1) {
		if c.On(d).Kind.Worked() {
			n++
		}
	}
	return n
}

// Back returns the last day d' such that Worked(d', d) is n, counted back from the
// end of d; n ≥ 0.
func (c Calendar) Back(d domain.Date, n int) domain.Date {
	for n > 0 {
		if c.On(d).Kind.Worked() {
			n--
		}
		d = d.AddDays(-1)
	}
	return d
}

// Add returns the nth working day after d; n ≥ 1.
func (c Calendar) Add(d domain.Date, n int) domain.Date {
	for n > 0 {
		d = d.AddDays(1)
		if c.On(d).Kind.Worked() {
			n--
		}
	}
	return d
}
