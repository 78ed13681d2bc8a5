package pipeline

import (
	"errors"
	"strings"
	"testing"

	"sangu/domain"
)

// today is the day on which the rules are asked.
var today = domain.MustDate("2026-09-30")

// refusal returns what an error refuses: each field with its code, or the code of
// the whole where no field is named; "" for no error.
func refusal(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		t.Fatalf("%v is no error of the domain", err)
	}
	if len(e.Fields) == 0 {
		return e.Code
	}
	var all []string
	for _, f := range e.Fields {
		all = append(all, f.Path+" "+f.Code)
	}
	return strings.Join(all, ", ")
}

// A rule is one way in which something is taken or refused.
type rule[T any] struct {
	name   string
	change func(*T)
	want   string // as refusal has it
}

// holdRules applies each change to something that is taken as it is, and compares
// what check refuses of it.
func holdRules[T any](t *testing.T, valid func() T, check func(T) error, rules []rule[T]) {
	t.Helper()
	if got := refusal(t, check(valid())); got != "" {
		t.Fatalf("refused as it is: %s", got)
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			x := valid()
			r.change(&x)
			if got := refusal(t, check(x)); got != r.want {
				t.Errorf("refused: %q, want %q", got, r.want)
			}
		})
	}
}

func yuan(n int64) *domain.Yuan { y := domain.Yuan(n); return &y }
