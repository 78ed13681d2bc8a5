package domain

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Precision says how well the day of an event is known.
type Precision string

// The precisions of a day, from the finest to the coarsest. ByDay is known only
// from one side: the event had happened by then, and nobody says when.
const (
	ExactDay      Precision = "day"
	WithinMonth   Precision = "month"
	WithinQuarter Precision = "quarter"
	WithinHalf    Precision = "half"
	WithinYear    Precision = "year"
	ByDay         Precision = "by"
)

// EventDay is the day on which something happened, as well as it is known. A
// report that says 2025年3月 knows the month and not the day, and no day is made
// up for it. The zero EventDay is no day.
type EventDay struct {
	last      Date // the latest day on which it may have happened, within the span of the precision
	precision Precision
}

// OnDay returns the event day that is exactly d.
func OnDay(d Date) EventDay { return eventDay(d, ExactDay) }

// By returns the event day of which only is known that it is not after d.
func By(d Date) EventDay { return eventDay(d, ByDay) }

// InMonth returns the event day somewhere in a month, 1 to 12.
func InMonth(year, month int) EventDay { return within(year, month, 1, WithinMonth) }

// InQuarter returns the event day somewhere in a quarter, 1 to 4.
func InQuarter(year, quarter int) EventDay { return within(year, 3*quarter-2, 3, WithinQuarter) }

// InHalf returns the event day somewhere in a half of a year, 1 or 2.
func InHalf(year, half int) EventDay { return within(year, 6*half-5, 6, WithinHalf) }

// InYear returns the event day somewhere in a year.
func InYear(year int) EventDay { return within(year, 1, 12, WithinYear) }

// within returns the event day in a run of months that begins with month; the
// zero EventDay where the calendar has no such run.
func within(year, month, months int, p Precision) EventDay {
	first, ok := NewDate(year, month, 1)
	if !ok || month+months > 13 {
		return EventDay{}
	}
	end := time.Date(first.y, time.Month(first.m+months), 0, 0, 0, 0, 0, time.UTC)
	return EventDay{last: Date{end.Year(), int(end.Month()), end.Day()}, precision: p}
}

func eventDay(d Date, p Precision) EventDay {
	if d.IsZero() {
		return EventDay{}
	}
	return EventDay{last: d, precision: p}
}

// EventDayOf returns the event day that is known by a precision and, of the span that
// it names, may have happened no later than last.
func EventDayOf(last Date, p Precision) EventDay { return eventDay(last, p) }

// IsZero reports whether nothing is known of the day.
func (e EventDay) IsZero() bool { return e == EventDay{} }

// Precision returns how well the day is known; empty for the zero EventDay.
func (e EventDay) Precision() Precision { return e.precision }

// Exact returns the day; ok is false where the day itself is not known.
func (e EventDay) Exact() (d Date, ok bool) { return e.last, e.precision == ExactDay }

// Latest returns the last day on which it may have happened.
func (e EventDay) Latest() Date { return e.last }

// Earliest returns the first day on which it may have happened; the zero Date
// where that is open, as of an event known only to have happened by a day.
func (e EventDay) Earliest() Date {
	if months := e.precision.months(); months > 0 {
		return Date{e.last.y, e.last.m - (e.last.m-1)%months, 1}
	}
	if e.precision == ExactDay {
		return e.last
	}
	return Date{}
}

// months returns how many months a span of the precision has; 0 for those that
// are no span of months.
func (p Precision) months() int {
	return map[Precision]int{WithinMonth: 1, WithinQuarter: 3, WithinHalf: 6, WithinYear: 12}[p]
}

// end returns the last day of the span that the precision names, whether or not
// the event may have happened so late.
func (e EventDay) end() Date {
	if months := e.precision.months(); months > 0 {
		first := e.Earliest()
		return within(first.y, first.m, months, e.precision).last
	}
	return e.last
}

// NotAfter returns the event day with what a report on d adds to it: what had
// happened by d happened no later. ok is false where it cannot have happened by
// then, as of a day or a month to come.
func (e EventDay) NotAfter(d Date) (by EventDay, ok bool) {
	if e.IsZero() || !e.last.After(d) {
		return e, true
	}
	first := e.Earliest()
	if e.precision == ExactDay || first.After(d) {
		return e, false
	}
	return EventDay{last: d, precision: e.precision}, true
}

// Valid reports whether the event day is none, or a day of the calendar known
// by one of the precisions.
func (e EventDay) Valid() bool {
	if e.IsZero() {
		return true
	}
	parsed, err := ParseEventDay(e.text())
	return err == nil && parsed == e
}

// Contains reports whether the event may have happened on d.
func (e EventDay) Contains(d Date) bool {
	return !e.IsZero() && !d.Before(e.Earliest()) && !d.After(e.last)
}

// Before reports whether the event happened before o for certain: its last
// possible day is earlier than the first of o. Where the spans meet, neither is
// before the other.
func (e EventDay) Before(o EventDay) bool {
	first := o.Earliest()
	return !e.IsZero() && !first.IsZero() && e.last.Before(first)
}

// After reports whether the event happened after o for certain.
func (e EventDay) After(o EventDay) bool { return o.Before(e) }

// Compare puts event days in one order for lists: by the last possible day,
// then by the first, an open beginning being the earliest. It returns -1, 0 or +1, and 0
// only for equal days.
func (e EventDay) Compare(o EventDay) int {
	return cmp.Or(e.last.Compare(o.last), e.Earliest().Compare(o.Earliest()), cmp.Compare(e.precision, o.precision))
}

// String returns the day as it is shown: 2025-03-05, 2025-03, 2025-Q3, 2025-H1,
// 2025 or ≤ 2026-09-30; the empty text for none.
func (e EventDay) String() string {
	switch e.precision {
	case ExactDay:
		return e.last.String()
	case WithinMonth:
		return fmt.Sprintf("%04d-%02d", e.last.y, e.last.m)
	case WithinQuarter:
		return fmt.Sprintf("%04d-Q%d", e.last.y, (e.last.m+2)/3)
	case WithinHalf:
		return fmt.Sprintf("%04d-H%d", e.last.y, (e.last.m+5)/6)
	case WithinYear:
		return fmt.Sprintf("%04d", e.last.y)
	case ByDay:
		return "≤ " + e.last.String()
	}
	return ""
}

// text returns what String shows, and after it the last possible day where that is
// earlier than the span shown: 2026 ≤ 2026-06-10.
func (e EventDay) text() string {
	if e.last == e.end() {
		return e.String()
	}
	return e.String() + " ≤ " + e.last.String()
}

var shownDay = regexp.MustCompile(`^(\d{4})(?:-(Q[1-4]|H[12]|\d{2}))?$`)

// ParseEventDay reads what String shows and MarshalText writes; the empty text is
// the zero EventDay. It returns a KindInvalid error for other texts.
func ParseEventDay(s string) (EventDay, error) {
	if s == "" {
		return EventDay{}, nil
	}
	bad := InvalidField("date", "input.date")
	if span, day, by := strings.Cut(s, "≤"); by {
		d, err := ParseDate(strings.TrimSpace(day))
		if err != nil || d.IsZero() {
			return EventDay{}, bad
		}
		if span = strings.TrimSpace(span); span == "" {
			return By(d), nil
		}
		e, err := ParseEventDay(span)
		if err != nil || e.precision.months() == 0 || !e.Contains(d) {
			return EventDay{}, bad
		}
		return EventDay{last: d, precision: e.precision}, nil
	}
	m := shownDay.FindStringSubmatch(s)
	if m == nil {
		d, err := ParseDate(s)
		return OnDay(d), err
	}
	year, _ := strconv.Atoi(m[1])
	var e EventDay
	switch part := m[2]; {
	case part == "":
		e = InYear(year)
	case part[0] == 'Q':
		e = InQuarter(year, int(part[1]-'0'))
	case part[0] == 'H':
		e = InHalf(year, int(part[1]-'0'))
	default:
		month, _ := strconv.Atoi(part)
		e = InMonth(year, month)
	}
	if e.IsZero() {
		return e, bad
	}
	return e, nil
}

// MustEventDay reads an event day, and panics if s is none: for days that are written
// in code.
func MustEventDay(s string) EventDay {
	e, err := ParseEventDay(s)
	if err != nil {
		panic(err)
	}
	return e
}

// MarshalText returns the day as String shows it, and after it the last possible
// day where a report before the end of the span says more: 2026 ≤ 2026-06-10.
func (e EventDay) MarshalText() ([]byte, error) { return []byte(e.text()), nil }

// UnmarshalText reads what MarshalText writes.
func (e *EventDay) UnmarshalText(b []byte) error {
	v, err := ParseEventDay(string(b))
	if err == nil {
		*e = v
	}
	return err
}
