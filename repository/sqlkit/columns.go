package sqlkit

import (
	"cmp"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"sangu/domain"
)

// Date is a business date as a column: DATE on PostgreSQL, text on SQLite, NULL
// for no date.
type Date domain.Date

// Value implements driver.Valuer.
func (d Date) Value() (driver.Value, error) {
	if domain.Date(d).IsZero() {
		return nil, nil
	}
	return domain.Date(d).String(), nil
}

// Scan implements sql.Scanner.
func (d *Date) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		x, _ := domain.NewDate(v.Year(), int(v.Month()), v.Day())
		*d = Date(x)
	case string:
		x, err := domain.ParseDate(v[:min(len(v), 10)])
		if err != nil {
			return fmt.Errorf("date column %q: %w", v, err)
		}
		*d = Date(x)
	default:
		return fmt.Errorf("date column of %T", v)
	}
	return nil
}

// Ref is an optional ID as a column: NULL for the empty ID.
type Ref domain.ID

// Value implements driver.Valuer.
func (r Ref) Value() (driver.Value, error) {
	if r == "" {
		return nil, nil
	}
	return string(r), nil
}

// Scan implements sql.Scanner.
func (r *Ref) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*r = ""
	case string:
		*r = Ref(v)
	case []byte:
		*r = Ref(v)
	default:
		return fmt.Errorf("id column of %T", v)
	}
	return nil
}

// List is a short list of texts as a JSON column.
type List []string

// Value implements driver.Valuer.
func (l List) Value() (driver.Value, error) {
	if l == nil {
		l = List{}
	}
	b, err := json.Marshal([]string(l))
	return string(b), err
}

// Scan implements sql.Scanner.
func (l *List) Scan(v any) error { return scanJSON(v, (*[]string)(l)) }

// Document is any JSON value as a column.
type Document[T any] struct{ V T }

// Value implements driver.Valuer.
func (d Document[T]) Value() (driver.Value, error) {
	b, err := json.Marshal(d.V)
	return string(b), err
}

// Scan implements sql.Scanner.
func (d *Document[T]) Scan(v any) error { return scanJSON(v, &d.V) }

func scanJSON(v any, into any) error {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return json.Unmarshal([]byte(v), into)
	case []byte:
		return json.Unmarshal(v, into)
	default:
		return fmt.Errorf("json column of %T", v)
	}
}

// Text returns an optional text as a column: NULL where it is empty.
func Text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Instant returns an optional stored time in UTC, or the zero time.
func Instant(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}

// Moment returns an optional time as a column: NULL where it is zero, else UTC to
// the microsecond.
func Moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	u := t.UTC().Truncate(time.Microsecond)
	return &u
}

// Amount returns an optional amount of a column in the domain's type.
func Amount[T ~int64](n *int64) *T {
	if n == nil {
		return nil
	}
	v := T(*n)
	return &v
}

// Days returns a column of days by name; entries that are no day are left out.
func Days[K ~string](m map[string]string) map[K]domain.Date {
	out := map[K]domain.Date{}
	for k, v := range m {
		if d, err := domain.ParseDate(v); err == nil && !d.IsZero() {
			out[K(k)] = d
		}
	}
	return out
}

// EventDays returns a column of event days by name; entries that are none are left
// out.
func EventDays[K ~string](m map[string]string) map[K]domain.EventDay {
	out := map[K]domain.EventDay{}
	for k, v := range m {
		if d, err := domain.ParseEventDay(v); err == nil && !d.IsZero() {
			out[K(k)] = d
		}
	}
	return out
}

// EventDayTexts returns event days by name as a column keeps them, with all that is
// known of each; zero days are left out.
func EventDayTexts[K ~string](m map[K]domain.EventDay) map[string]string {
	out := map[string]string{}
	for k, d := range m {
		if text, err := d.MarshalText(); err == nil && len(text) > 0 {
			out[string(k)] = string(text)
		}
	}
	return out
}

// EventDay returns the event day of two columns: the last day on which it may have
// happened, and how well that is known.
func EventDay(last Date, precision string) domain.EventDay {
	return domain.EventDayOf(domain.Date(last), domain.Precision(precision))
}

// LastDay and Precision return the two columns of an event day.
func LastDay(e domain.EventDay) Date { return Date(e.Latest()) }

// Precision returns how well an event day is known, as its column keeps it: "day" for
// none.
func Precision(e domain.EventDay) string { return string(cmp.Or(e.Precision(), domain.ExactDay)) }

// DayTexts returns days by name as a column keeps them; zero days are left out.
func DayTexts[K ~string](m map[K]domain.Date) map[string]string {
	out := map[string]string{}
	for k, d := range m {
		if !d.IsZero() {
			out[string(k)] = d.String()
		}
	}
	return out
}
