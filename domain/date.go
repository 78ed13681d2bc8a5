package domain

import (
	"fmt"
	"time"
)

// Zone is the zone of all business dates: UTC+8 without daylight saving.
var Zone = time.FixedZone("UTC+8", 8*60*60)

// Date is a business date: a day in Zone without a time of day. The zero Date is
// no date.
type Date struct{ y, m, d int }

// NewDate returns the date of a year, a month from 1 to 12 and a day of the month.
// It returns false where the calendar has no such day, as 30 February, or where
// the year is below 1.
func NewDate(year, month, day int) (d Date, ok bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year < 1 {
		return Date{}, false
	}
	return Date{year, month, day}, true
}

// MustDate returns the date written YYYY-MM-DD. It panics where there is none: it
// is for tests and tables in the code.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate returns the date written YYYY-MM-DD, or the zero Date for the empty
// text. It returns a KindInvalid error of field "date" for anything else.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, InvalidField("date", "input.date")
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, nil
}

// DateOf returns the business date on which an instant falls in Zone.
func DateOf(t time.Time) Date {
	t = t.In(Zone)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// IsZero reports whether this is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year.
func (d Date) Year() int { return d.y }

// Month returns the month, 1 to 12.
func (d Date) Month() int { return d.m }

// Day returns the day of the month.
func (d Date) Day() int { return d.d }

// Start returns the instant at which the day begins in Zone.
func (d Date) Start() time.Time { return time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, Zone) }

// AddDays returns the date n calendar days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date { return DateOf(d.Start().AddDate(0, 0, n)) }

// DaysSince returns the number of calendar days from o to d, negative where o is
// later.
func (d Date) DaysSince(o Date) int {
	return int(d.Start().Sub(o.Start()).Hours() / 24)
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Start().Weekday() }

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is a later day than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// Compare returns -1 where d is the earlier day, +1 where it is the later, and 0
// where both are the same.
func (d Date) Compare(o Date) int {
	for _, p := range [3][2]int{{d.y, o.y}, {d.m, o.m}, {d.d, o.d}} {
		if p[0] != p[1] {
			if p[0] < p[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// String returns YYYY-MM-DD, or the empty text for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d)
}

// MarshalText implements encoding.TextMarshaler as String writes.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler as ParseDate reads.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// Clock tells the time. It is injected; domain code never reads the machine's
// clock itself.
type Clock interface{ Now() time.Time }

// SystemClock is the machine's clock in UTC, to the microsecond that both
// databases keep.
type SystemClock struct{}

// Now returns the present instant.
func (SystemClock) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Today returns the present business date of the clock.
func Today(c Clock) Date { return DateOf(c.Now()) }
