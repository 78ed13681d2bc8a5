package library_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"sangu/domain"
)

// rule is one way in which a rule refuses, or lets pass, in a sentence. refused
// lists what is named, as "path code" for fields and "kind code" for other errors;
// nothing is refused where it is empty.
type rule[T any] struct {
	sentence string
	change   func(*T)
	refused  []string
}

// holds runs every rule on a fresh value, each as a test of its own.
func holds[T any](t *testing.T, fresh func() T, check func(T) error, rules []rule[T]) {
	t.Helper()
	for _, r := range rules {
		t.Run(strings.ReplaceAll(r.sentence, " ", "_"), func(t *testing.T) {
			t.Parallel()
			x := fresh()
			r.change(&x)
			if got := faults(check(x)); !slices.Equal(got, r.refused) {
				t.Errorf("refused %q, want %q", got, r.refused)
			}
		})
	}
}

// faults returns what an error names, in its order.
func faults(err error) []string {
	if err == nil {
		return nil
	}
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		return []string{"not a domain error: " + err.Error()}
	}
	if len(e.Fields) == 0 {
		return []string{string(e.Kind) + " " + e.Code}
	}
	var out []string
	for _, f := range e.Fields {
		out = append(out, f.Path+" "+f.Code)
	}
	return out
}

func day(year, month, d int) domain.Date {
	on, ok := domain.NewDate(year, month, d)
	if !ok {
		panic("no such day")
	}
	return on
}

func of[T any](x T) *T { return &x }

// refusal is one call and what it is refused with; nothing where it is empty.
type refusal struct {
	sentence string
	call     func() error
	refused  []string
}

func refuses(t *testing.T, all []refusal) {
	t.Helper()
	for _, r := range all {
		if got := faults(r.call()); !slices.Equal(got, r.refused) {
			t.Errorf("%s: refused %q, want %q", r.sentence, got, r.refused)
		}
	}
}

func only[T any](_ T, err error) error { return err }

func forbidden(right domain.Right) []string {
	err := domain.Actor{}.Require(right)
	return faults(err)
}
