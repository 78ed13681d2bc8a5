package survival_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// proveStationary holds an estimate with late entry against the conditions of a maximum,
// subject by subject: D = Σ 1(place in A_i)/P(A_i) − 1(place in B_i)/P(B_i), where B_i is
// the time after the entry, is 0 where there is mass and nowhere above 0. Both count by
// the mass that is left there.
func proveStationary(t fataler, obs []survival.IntervalObservation, curve survival.IntervalCurve) {
	t.Helper()
	in := func(o survival.IntervalObservation, c survival.TurnbullInterval) (a, b bool) {
		if c.Cause == 0 {
			return o.Event == 0 && o.Earliest <= c.Left, true
		}
		return holds(o, c.Cause, c.Middle(), false), o.Entry == 0 || c.Middle() > o.Entry
	}
	n := 0.0
	happened, known := make([]float64, len(obs)), make([]float64, len(obs))
	for i, o := range obs {
		n += math.Max(1, float64(o.Count))
		for _, c := range curve.Intervals {
			a, b := in(o, c)
			if a {
				happened[i] += c.Mass
			}
			if b {
				known[i] += c.Mass
			}
		}
	}
	gradient := func(of func(o survival.IntervalObservation) (a, b bool)) (d float64) {
		for i, o := range obs {
			if known[i] <= 0 {
				continue
			}
			a, b := of(o)
			if a {
				d += math.Max(1, float64(o.Count)) / happened[i]
			}
			if b {
				d -= math.Max(1, float64(o.Count)) / known[i]
			}
		}
		return d / n
	}
	rest := 0.0
	for i := len(curve.Intervals) - 1; i >= 0; i-- {
		c := curve.Intervals[i]
		rest += c.Mass
		if d := gradient(func(o survival.IntervalObservation) (bool, bool) { return in(o, c) }); math.Abs(d*c.Mass) > 1e-6 {
			t.Fatalf("less or more mass in %+v would raise the likelihood: D = %g", c, d)
		}
	}
	for _, place := range obs {
		for _, at := range []float64{place.Entry, place.Earliest, place.Latest} {
			for cause := 1; cause <= 2; cause++ {
				left := 0.0
				for _, c := range curve.Intervals {
					if c.Middle() >= at {
						left += c.Mass
					}
				}
				d := gradient(func(o survival.IntervalObservation) (a, b bool) {
					return holds(o, cause, at, false), o.Entry == 0 || at > o.Entry
				})
				if d*left > 1e-6 {
					t.Fatalf("mass of cause %d at %v would raise the likelihood: D = %g, %g left", cause, at, d, left)
				}
			}
		}
	}
}

func TestTheEstimateWithLateEntryMeetsTheConditionsOfAMaximum(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := intervals(t, 2, true, true)
		curve, err := survival.TurnbullCauses(obs, 2)
		if err != nil {
			t.Fatal(err)
		}
		if curve.Inexact > 0 {
			proveStationary(t, obs, curve)
		}
	})
}

// Two have their event within [1, 10]; one waits on at 20; of those who came in at 5
// three have theirs at 11 and one within [6, 10]. Those who came late say nothing of the
// time until 5, so mass can lie in [1, 5], seen by the first two alone. With masses p at
// [1, 5], q at [6, 10], r at 11 and s that waits the likelihood is
// (p+q)²·s·r³·q/(q+r+s)⁴. With u = p+q it is greatest at r = 3s, q = (1−u)/3 and then at
// the maximum of u²(1−u): u = 2/3.
func TestWhoCameLateSaysNothingOfTheTimeBefore(t *testing.T) {
	t.Parallel()
	obs := []survival.IntervalObservation{
		{Earliest: 1, Latest: 10, Event: 1, Count: 2}, {Earliest: 20, Latest: 20},
		{Entry: 5, Earliest: 11, Latest: 11, Event: 1, Count: 3}, {Entry: 5, Earliest: 6, Latest: 10, Event: 1},
	}
	curve, err := survival.Turnbull(obs)
	if err != nil {
		t.Fatal(err)
	}
	proveStationary(t, obs, curve)
	want := []survival.TurnbullInterval{
		{Cause: 1, Left: 1, Right: 5, Mass: 5.0 / 9}, {Cause: 1, Left: 6, Right: 10, Mass: 1.0 / 9},
		{Cause: 1, Left: 11, Right: 11, Mass: 1.0 / 4}, {Left: 20, Right: math.Inf(1), AfterLeft: true, Mass: 1.0 / 12},
	}
	if len(curve.Intervals) != len(want) {
		t.Fatalf("%+v", curve.Intervals)
	}
	for i, w := range want {
		got := curve.Intervals[i]
		near(t, "mass", got.Mass, w.Mass, 1e-7)
		if got.Mass = w.Mass; got != w {
			t.Errorf("%+v, want %+v", got, w)
		}
	}
}

// All who came in before 8 have left by 6: whoever came in then is of a time that nobody
// reaches, and the curve stays 0 as Kaplan and Meier's does.
func TestWhoCameInAfterAllHadLeftChangesNothing(t *testing.T) {
	t.Parallel()
	curve, err := survival.Turnbull([]survival.IntervalObservation{
		{Earliest: 1, Latest: 6, Event: 1}, {Entry: 8, Earliest: 9, Latest: 9, Event: 1}, {Entry: 8, Earliest: 12, Latest: 12},
	})
	if err != nil || len(curve.Intervals) != 1 || curve.Intervals[0].Mass != 1 || curve.At(6).S.Value != 0 {
		t.Errorf("%+v, %v", curve.Intervals, err)
	}
}
