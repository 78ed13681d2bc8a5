package survival_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// holds reports whether a subject's event may have been of the cause and at time t;
// after says just after t instead.
func holds(o survival.IntervalObservation, cause int, t float64, after bool) bool {
	if o.Event == 0 {
		return t > o.Earliest || t == o.Earliest && after
	}
	if o.Event != cause {
		return false
	}
	begun := t > o.Earliest || t == o.Earliest && (after || !o.AfterEarliest)
	return begun && (t < o.Latest || t == o.Latest && !after)
}

// proveMaximum holds an estimate against the conditions of Karush, Kuhn and Tucker
// (Gentleman and Geyer 1994), subject by subject and at every place where mass could
// be: D = Σ 1(place in A_i)/P(A_i)/n is 1 where there is mass and nowhere more. The
// log likelihood is concave, so nothing is likelier than what meets them.
func proveMaximum(t fataler, obs []survival.IntervalObservation, curve survival.IntervalCurve) {
	t.Helper()
	n := 0.0
	probability := make([]float64, len(obs))
	for i, o := range obs {
		n += math.Max(1, float64(o.Count))
		for _, c := range curve.Intervals {
			inside := holds(o, c.Cause, c.Middle(), false)
			if c.Cause == 0 {
				inside = o.Event == 0 && o.Earliest <= c.Left
			}
			if inside {
				probability[i] += c.Mass
			}
		}
	}
	density := func(cause int, at float64, after bool) (d float64) {
		for i, o := range obs {
			if holds(o, cause, at, after) {
				d += math.Max(1, float64(o.Count)) / probability[i] / n
			}
		}
		return d
	}
	causes := 0
	for _, o := range obs {
		causes = max(causes, o.Event)
	}
	for _, o := range obs {
		for _, at := range []float64{o.Earliest, o.Latest} {
			for k := 1; k <= causes; k++ {
				if d := max(density(k, at, false), density(k, at, true)); d > 1+1e-8 {
					t.Fatalf("mass of cause %d at %v would raise the likelihood: D − 1 = %g", k, at, d-1)
				}
			}
		}
	}
	sum := 0.0
	for _, c := range curve.Intervals {
		sum += c.Mass
		at := c.Middle()
		if c.Cause == 0 {
			at = math.MaxFloat64
		}
		if d := density(c.Cause, at, false); math.Abs(d-1) > 1e-8 {
			t.Fatalf("less mass in %+v would raise the likelihood: D − 1 = %g", c, d-1)
		}
	}
	if math.Abs(sum-1) > 1e-12 || curve.Gap > 1e-10 {
		t.Fatalf("the masses add up to %v, the gap is %g", sum, curve.Gap)
	}
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// intervals draws subjects with days in intervals: exact ones and long ones, several
// alike, half-open and closed. late is whether some come in late, and 0 causes of
// event is drawn as often as any.
func intervals(t *rapid.T, causes int, censored, late bool) []survival.IntervalObservation {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) survival.IntervalObservation {
		o := survival.IntervalObservation{
			Earliest: float64(rapid.IntRange(0, 40).Draw(t, "earliest")),
			Count:    rapid.IntRange(0, 3).Draw(t, "count"),
			Event:    rapid.IntRange(1, causes).Draw(t, "event"),
		}
		o.Latest = o.Earliest + float64(rapid.SampledFrom([]int{0, 0, 1, 5, 30}).Draw(t, "length"))
		if censored && rapid.IntRange(0, 3).Draw(t, "censored") == 0 {
			o.Event = 0
		}
		o.AfterEarliest = o.Event > 0 && o.Latest > o.Earliest && rapid.Bool().Draw(t, "after")
		if late && o.Earliest > 1 && rapid.Bool().Draw(t, "late") {
			o.Entry = float64(rapid.IntRange(1, int(o.Earliest)-1).Draw(t, "entry"))
		}
		return o
	}), 1, 40).Draw(t, "observations")
}

func TestTheEstimateIsTheMaximumOfTheLikelihood(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		causes := rapid.IntRange(1, 3).Draw(t, "causes")
		obs := intervals(t, causes, true, false)
		curve, err := survival.TurnbullCauses(obs, causes)
		if err != nil {
			t.Fatal(err)
		}
		if curve.Inexact > 0 {
			proveMaximum(t, obs, curve)
		}
	})
}

// Exact times by the estimate of inexact ones: a subject censored at a time or later
// is inexact, and says no more than one censored at that time.
func TestTheEstimateOfExactTimesIsAalenAndJohansens(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := append(tenths(t, 3), survival.Observation{Time: 2})
		exact, err := survival.AalenJohansen(obs, 3)
		if err != nil {
			t.Fatal(err)
		}
		curve, err := survival.TurnbullCauses(blurred(obs), 3)
		if err != nil {
			t.Fatal(err)
		}
		if curve.Inexact != 1 {
			t.Fatalf("%d are inexact", curve.Inexact)
		}
		for _, want := range exact {
			got := curve.At(want.Time)
			if math.Abs(got.S.Value-want.S) > 1e-9 || got.S.Lower != got.S.Value || got.S.Upper != got.S.Value {
				t.Fatalf("S(%v) = %+v, want %v", want.Time, got.S, want.S)
			}
			for k, w := range want.Causes {
				if math.Abs(got.Causes[k].Value-w.F) > 1e-9 {
					t.Fatalf("F%d(%v) = %+v, want %v", k, want.Time, got.Causes[k], w.F)
				}
			}
		}
	})
}

// blurred makes the last of exact observations, a censored one, inexact.
func blurred(obs []survival.Observation) []survival.IntervalObservation {
	out := sharp(obs)
	out[len(out)-1].Latest += 3
	return out
}

// sharp makes exact observations intervals of no length.
func sharp(obs []survival.Observation) []survival.IntervalObservation {
	out := make([]survival.IntervalObservation, len(obs))
	for i, o := range obs {
		out[i] = survival.IntervalObservation{Entry: o.Entry, Earliest: o.Time, Latest: o.Time, Event: o.Event, Count: o.Count}
	}
	return out
}

func TestWhereAllTimesAreExactTheCurvesAreWhatTheyWere(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 3)
		want, err := survival.AalenJohansen(obs, 3)
		if err != nil {
			t.Fatal(err)
		}
		curve, err := survival.TurnbullCauses(sharp(obs), 3)
		if err != nil || curve.Inexact != 0 || len(curve.Observed) != len(want) {
			t.Fatalf("%+v, %v", curve, err)
		}
		steps, err := survival.KaplanMeier(obs, survival.LogLog)
		if err != nil {
			t.Fatal(err)
		}
		pooled, err := survival.Turnbull(sharp(obs))
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want {
			got := curve.At(w.Time)
			if !slices.Equal([]float64{got.S.Value, got.S.BandLower, got.S.BandUpper}, []float64{w.S, w.S, w.S}) {
				t.Fatalf("S(%v) = %+v, want %v", w.Time, got.S, w.S)
			}
			if math.Abs(pooled.At(w.Time).S.Value-steps[i].S) > 1e-12 {
				t.Fatalf("S(%v) = %v, by Kaplan and Meier %v", w.Time, pooled.At(w.Time).S.Value, steps[i].S)
			}
			for k, f := range w.Causes {
				if got.Causes[k].Value != f.F || got.Causes[k].Lower != f.F || got.Causes[k].BandUpper != f.F {
					t.Fatalf("F%d(%v) = %+v, want %v", k, w.Time, got.Causes[k], f.F)
				}
			}
		}
		exact, ranged := survival.Median(steps), pooled.Median()
		near(t, "median", ranged.Time, exact.Time, 0)
		near(t, "median from", ranged.From, exact.Time, 0)
		near(t, "median to", ranged.To, exact.Time, 0)
	})
}
