package goals_test

import (
	"errors"
	"slices"
	"testing"

	"sangu/domain"
)

// rule is one sentence about a value: what is changed of one that keeps to every rule,
// and which faults its check names then, each as path and code; none where it is allowed.
type rule[T any] struct {
	says   string
	change func(*T)
	faults []string
}

// holds proves each rule on a fresh value.
func holds[T any](t *testing.T, fresh func() T, check func(T) error, rules []rule[T]) {
	t.Helper()
	for _, r := range rules {
		t.Run(r.says, func(t *testing.T) {
			t.Parallel()
			v := fresh()
			r.change(&v)
			err := check(v)
			if err != nil && !domain.IsKind(err, domain.KindInvalid) {
				t.Fatalf("%v is of the kind %s", err, domain.KindOf(err))
			}
			if got := faultsOf(err); !slices.Equal(got, slices.Sorted(slices.Values(r.faults))) {
				t.Errorf("faults %v, want %v", got, r.faults)
			}
		})
	}
}

// faultsOf returns the faults that an error names, in order.
func faultsOf(err error) []string {
	e, ok := errors.AsType[*domain.Error](err)
	if !ok {
		return nil
	}
	var out []string
	for _, f := range e.Fields {
		out = append(out, f.Path+" "+f.Code)
	}
	slices.Sort(out)
	return out
}
