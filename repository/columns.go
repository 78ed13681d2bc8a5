package repository

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"sangu/domain"
)

// date is a business date as a column: DATE on PostgreSQL, text on SQLite, NULL
// for no date.
type date domain.Date

// Value implements driver.Valuer.
func (d date) Value() (driver.Value, error) {
	if domain.Date(d).IsZero() {
		return nil, nil
	}
	return domain.Date(d).String(), nil
}

// Scan implements sql.Scanner.
func (d *date) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*d = date{}
	case time.Time:
		x, _ := domain.NewDate(v.Year(), int(v.Month()), v.Day())
		*d = date(x)
	case string:
		x, err := domain.ParseDate(v[:min(len(v), 10)])
		if err != nil {
			return fmt.Errorf("date column %q: %w", v, err)
		}
		*d = date(x)
	default:
		return fmt.Errorf("date column of %T", v)
	}
	return nil
}

// ref is an optional ID as a column: NULL for the empty ID.
type ref domain.ID

// Value implements driver.Valuer.
func (r ref) Value() (driver.Value, error) {
	if r == "" {
		return nil, nil
	}
	return string(r), nil
}

// Scan implements sql.Scanner.
func (r *ref) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*r = ""
	case string:
		*r = ref(v)
	case []byte:
		*r = ref(v)
	default:
		return fmt.Errorf("id column of %T", v)
	}
	return nil
}

// list is a short list of texts as a JSON column.
type list []string

// Value implements driver.Valuer.
func (l list) Value() (driver.Value, error) {
	if l == nil {
		l = list{}
	}
	b, err := json.Marshal([]string(l))
	return string(b), err
}

// Scan implements sql.Scanner.
func (l *list) Scan(v any) error { return scanJSON(v, (*[]string)(l)) }

// document is any JSON value as a column.
type document[T any] struct{ V T }

// Value implements driver.Valuer.
func (d document[T]) Value() (driver.Value, error) {
	b, err := json.Marshal(d.V)
	return string(b), err
}

// Scan implements sql.Scanner.
func (d *document[T]) Scan(v any) error { return scanJSON(v, &d.V) }

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

// text is the column of an optional text: NULL when empty.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// instant turns an optional stored time into one that is zero when absent.
func instant(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}

// moment is the column of an optional time.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	u := t.UTC().Truncate(time.Microsecond)
	return &u
}

func amount[T ~int64](n *int64) *T {
	if n == nil {
		return nil
	}
	v := T(*n)
	return &v
}

func days[K ~string](m map[string]string) map[K]domain.Date {
	out := map[K]domain.Date{}
	for k, v := range m {
		if d, err := domain.ParseDate(v); err == nil && !d.IsZero() {
			out[K(k)] = d
		}
	}
	return out
}

func dayTexts[K ~string](m map[K]domain.Date) map[string]string {
	out := map[string]string{}
	for k, d := range m {
		if !d.IsZero() {
			out[string(k)] = d.String()
		}
	}
	return out
}
