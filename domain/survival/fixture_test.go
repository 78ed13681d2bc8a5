package survival_test

import (
	"math"

	"sangu/domain/survival"
)

// of makes observations: a negative time is censored.
func of(times ...float64) []survival.Observation {
	out := make([]survival.Observation, len(times))
	for i, t := range times {
		out[i] = survival.Observation{Time: math.Abs(t), Event: 1}
		if t < 0 {
			out[i].Event = 0
		}
	}
	return out
}

func maintained() []survival.Observation    { return of(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161) }
func nonMaintained() []survival.Observation { return of(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45) }
func sixMP() []survival.Observation {
	return of(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
}
func placebo() []survival.Observation {
	return of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
}

// demonstration is the 24 signed projects of domain.md §8.1.
func demonstration() []survival.Observation {
	times := []float64{4, 6, 9, 11, 14, 20, 3, 5, 8, 12, 15, 15, 4, 6, 7, 9, 9, 9, 2, 3, 3, 3, 3, 3}
	events := []int{1, 1, 1, 2, 1, 0, 1, 1, 2, 1, 0, 0, 1, 1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0}
	out := make([]survival.Observation, len(times))
	for i := range times {
		out[i] = survival.Observation{Time: times[i], Event: events[i]}
	}
	return out
}

// reporter is what near needs of a test, a table's or rapid's.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

func near(t reporter, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > within {
		t.Errorf("%s = %.12f, want %.12f", what, got, want)
	}
}
