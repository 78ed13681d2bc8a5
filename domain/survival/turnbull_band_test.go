package survival_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// Without censoring S(t) is the share whose time is after t, so a time that is moved
// later never lowers it: whatever the days within the intervals are, the curve lies in
// the band, and so does the estimate, which is a mean over such days.
func TestWithoutCensoringEveryChoiceOfDaysGivesACurveInsideTheBand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := intervals(t, 2, false, false)
		band, err := survival.TurnbullCauses(obs, 2)
		if err != nil {
			t.Fatal(err)
		}
		chosen := make([]survival.Observation, len(obs))
		for i, o := range obs {
			share := rapid.Float64Range(0, 1).Draw(t, "share")
			at := min(o.Latest, o.Earliest+share*(o.Latest-o.Earliest))
			chosen[i] = survival.Observation{Time: at, Event: o.Event, Count: o.Count}
		}
		curve, err := survival.AalenJohansen(chosen, 2)
		if err != nil {
			t.Fatal(err)
		}
		times := band.Times()
		for _, c := range curve {
			times = append(times, c.Time)
		}
		for _, at := range times {
			got, inside := survival.At(curve, at), band.At(at)
			within(t, "S", got.S, inside.S)
			earliest, latest := survival.At(band.Earliest, at), survival.At(band.Latest, at)
			if inside.S.BandLower < earliest.S-1e-9 || inside.S.BandUpper > latest.S+1e-9 {
				t.Fatalf("the band of S(%v) was widened without need: %+v", at, inside.S)
			}
			for k := 1; k <= 2; k++ {
				within(t, "F", got.Causes[k].F, inside.Causes[k])
			}
		}
	})
}

func within(t fataler, what string, x float64, e survival.Estimate) {
	t.Helper()
	if x < e.BandLower-1e-9 || x > e.BandUpper+1e-9 {
		t.Fatalf("%s %v is outside of %+v", what, x, e)
	}
}

// With censoring and late entry too the parts agree with one another at any time.
func TestTheEstimateIsACurveInsideItsRangeAndItsBand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := intervals(t, 2, true, rapid.Bool().Draw(t, "with late entry"))
		curve, err := survival.TurnbullCauses(obs, 2)
		if err != nil {
			t.Fatal(err)
		}
		coherent(t, curve)
	})
}

func coherent(t fataler, curve survival.IntervalCurve) {
	t.Helper()
	before := 1.0
	times := append(curve.Times(), 0, 1000)
	slices.Sort(times)
	for _, at := range times {
		s := curve.At(at)
		sum := s.S.Value
		for _, e := range []survival.Estimate{s.S, s.Causes[1], s.Causes[2]} {
			if !(e.BandLower <= e.Lower && e.Lower <= e.Value && e.Value <= e.Upper && e.Upper <= e.BandUpper) {
				t.Fatalf("at %v %+v is out of order", at, e)
			}
		}
		for _, e := range s.Causes {
			sum += e.Value
		}
		if math.Abs(sum-1) > 1e-9 || s.S.Value > before+1e-12 {
			t.Fatalf("at %v the shares add up to %v, S is %v after %v", at, sum, s.S.Value, before)
		}
		before = s.S.Value
	}
}

// Days are whole: from day 3 to day 9, both included, is after day 2 and until day 9.
func TestClosedDaysAreHalfOpenIntervalsThatBeginADayBefore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		closed := intervals(t, 2, true, false)
		open := slices.Clone(closed)
		for i, o := range closed {
			closed[i].Earliest, closed[i].Latest, closed[i].AfterEarliest = o.Earliest+1, o.Latest+1, false
			open[i].Earliest, open[i].Latest, open[i].AfterEarliest = o.Earliest+1, o.Latest+1, false
			if o.Event > 0 {
				open[i].Earliest, open[i].AfterEarliest = o.Earliest, true
			}
		}
		// One interval in each, so that neither is taken for exact.
		closed = append(closed, survival.IntervalObservation{Earliest: 3, Latest: 9, Event: 1})
		open = append(open, survival.IntervalObservation{Earliest: 2, Latest: 9, AfterEarliest: true, Event: 1})
		a, err := survival.TurnbullCauses(closed, 2)
		if err != nil {
			t.Fatal(err)
		}
		b, err := survival.TurnbullCauses(open, 2)
		if err != nil {
			t.Fatal(err)
		}
		for day := 0.0; day <= 80; day++ {
			if x, y := a.At(day).S, b.At(day).S; math.Abs(x.Upper-y.Upper) > 1e-8 {
				t.Fatalf("S(%v) at most %v, half-open %v", day, x.Upper, y.Upper)
			}
		}
	})
}

func TestAWaitBetweenTwoRangesIsARange(t *testing.T) {
	t.Parallel()
	day := func(from, to float64) survival.Range { return survival.Range{Earliest: from, Latest: to} }
	for _, w := range []struct{ start, end, want survival.Range }{
		{start: day(10, 10), end: day(40, 40), want: day(30, 30)},
		{start: day(0, 30), end: day(59, 89), want: day(29, 89)},
		{start: day(0, 30), end: day(10, 40), want: day(0, 40)},
		{start: day(50, 60), end: day(10, 40), want: day(0, 0)},
	} {
		if got := survival.Wait(w.start, w.end); got != w.want {
			t.Errorf("%+v to %+v waits %+v, want %+v", w.start, w.end, got, w.want)
		}
	}
}
