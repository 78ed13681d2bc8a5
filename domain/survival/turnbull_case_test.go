package survival_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// Three by hand. An event within [1, 5], one censored at 2, an event at 10: mass can
// lie in (2, 5] and at 10, p and 1 − p, and the likelihood p·1·(1 − p) is greatest at
// a half. The curve of the earliest days has a third at 1; that of the latest a half
// at 5.
func TestThreeSubjectsByHand(t *testing.T) {
	t.Parallel()
	curve, err := survival.Turnbull([]survival.IntervalObservation{
		{Earliest: 1, Latest: 5, Event: 1}, {Earliest: 2, Latest: 2}, {Earliest: 10, Latest: 10, Event: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	if curve.Exact != 2 || curve.Inexact != 1 || curve.Observed != nil {
		t.Errorf("%d exact, %d inexact, %v", curve.Exact, curve.Inexact, curve.Observed)
	}
	for _, w := range []struct{ at, value, lower, upper, bandLower, bandUpper float64 }{
		{at: 0, value: 1, lower: 1, upper: 1, bandLower: 1, bandUpper: 1},
		{at: 2, value: 1, lower: 1, upper: 1, bandLower: 2.0 / 3, bandUpper: 1},
		{at: 3, value: 1, lower: 0.5, upper: 1, bandLower: 0.5, bandUpper: 1},
		{at: 4, value: 0.5, lower: 0.5, upper: 1, bandLower: 0.5, bandUpper: 1},
		{at: 5, value: 0.5, lower: 0.5, upper: 0.5, bandLower: 0.5, bandUpper: 2.0 / 3},
		{at: 10},
	} {
		s := curve.At(w.at).S
		near(t, "S", s.Value, w.value, 1e-12)
		near(t, "least S", s.Lower, w.lower, 1e-12)
		near(t, "most S", s.Upper, w.upper, 1e-12)
		near(t, "band from", s.BandLower, w.bandLower, 1e-12)
		near(t, "band to", s.BandUpper, w.bandUpper, 1e-12)
	}
	m := curve.Median()
	near(t, "median", m.Time, 3.5, 0)
	near(t, "median from", m.From, 2, 0)
	near(t, "median to", m.To, 10, 0)
	if least, most := survival.AtRiskRange([]survival.IntervalObservation{{Earliest: 1, Latest: 5, Event: 1}}, 3); least != 0 || most != 1 {
		t.Errorf("at risk %d to %d", least, most)
	}
}

// Two causes by hand: a start within [0, 4], a termination within [2, 6] and one
// waiting at 3. Mass can be at [0, 4]'s part after 3 and at [2, 6]'s: a half each.
func TestACompetingTerminationIsAnIntervalToo(t *testing.T) {
	t.Parallel()
	curve, err := survival.TurnbullCauses([]survival.IntervalObservation{
		{Earliest: 0, Latest: 4, Event: 1}, {Earliest: 2, Latest: 6, Event: 2}, {Earliest: 3, Latest: 3},
	}, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []struct{ at, started, terminated, waiting float64 }{
		{at: 3, waiting: 1}, {at: 4, started: 0.5, waiting: 0.5}, {at: 5, started: 0.5, terminated: 0.5},
	} {
		s := curve.At(w.at)
		near(t, "started", s.Causes[1].Value, w.started, 1e-12)
		near(t, "terminated", s.Causes[2].Value, w.terminated, 1e-12)
		near(t, "waiting", s.S.Value, w.waiting, 1e-12)
	}
	near(t, "median of starts", curve.CauseQuantile(1, 0.5).Time, 3.5, 0)
	near(t, "quartile of starts, most", curve.CauseQuantile(1, 0.25).To, 4, 0)
	if p, ok := curve.Chance(2, 4, 2); !ok || math.Abs(p-1) > 1e-12 {
		t.Errorf("chance %v %v", p, ok)
	}
	if _, ok := curve.Chance(2, 6, 2); ok {
		t.Error("a chance for nobody")
	}
}

func TestTheLogRankSaysHowManyMiddlesItUsed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := tenths(t, 1), tenths(t, 1)
		want, err := survival.LogRank(a, b)
		if err != nil {
			t.Fatal(err)
		}
		x, y, n := sharp(a), sharp(b), 0
		for i := range x {
			if x[i].Entry == 0 && rapid.Bool().Draw(t, "inexact") {
				half := min(x[i].Earliest, 0.5)
				if half > 0 {
					x[i].Earliest, x[i].Latest = x[i].Earliest-half, x[i].Latest+half
					n += max(1, x[i].Count)
				}
			}
		}
		got, err := survival.LogRankAtMidpoints(x, y)
		if err != nil {
			t.Fatal(err)
		}
		if got.Midpoints != n || got.DF > 1 {
			t.Fatalf("%d middles, want %d", got.Midpoints, n)
		}
		if n == 0 && (got.ChiSq != want.ChiSq || got.P != want.P) {
			t.Fatalf("χ² %v, want %v", got.ChiSq, want.ChiSq)
		}
	})
	// Middles by hand: (6, 10] counts as 8.
	exact, err := survival.LogRank(of(8, 12), of(3, 20))
	if err != nil {
		t.Fatal(err)
	}
	ranged, err := survival.LogRankAtMidpoints(append(between(6, 10), sharp(of(12))...), sharp(of(3, 20)))
	if err != nil || ranged.Midpoints != 1 || ranged.ChiSq != exact.ChiSq {
		t.Errorf("%+v, want χ² %v (%v)", ranged, exact.ChiSq, err)
	}
}

func TestIntervalsThatAreNoneAreRefused(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]survival.IntervalObservation{
		"negative":              {Earliest: -1, Latest: 1, Event: 1},
		"not a number":          {Earliest: math.NaN(), Latest: 1, Event: 1},
		"without end":           {Earliest: 1, Latest: math.Inf(1), Event: 1},
		"upside down":           {Earliest: 3, Latest: 2, Event: 1},
		"empty":                 {Earliest: 2, Latest: 2, AfterEarliest: true, Event: 1},
		"entry within":          {Entry: 3, Earliest: 2, Latest: 5, Event: 1},
		"entry at its end":      {Entry: 2, Earliest: 2, Latest: 2, Event: 1},
		"fewer than none":       {Earliest: 1, Latest: 2, Event: 1, Count: -1},
		"an event before none":  {Earliest: 1, Latest: 2, Event: -1},
		"a cause that is none":  {Earliest: 1, Latest: 2, Event: 3},
		"a cause, exactly none": {Earliest: 1, Latest: 1, Event: 3},
	} {
		if _, err := survival.TurnbullCauses([]survival.IntervalObservation{o}, 2); err == nil {
			t.Errorf("%s: no error", name)
		}
		if _, err := survival.LogRankAtMidpoints([]survival.IntervalObservation{o}, nil); err == nil && o.Event < 3 {
			t.Errorf("%s: no error of the log-rank", name)
		}
	}
	if curve, err := survival.Turnbull(nil); err != nil || curve.At(3).S.Value != 1 {
		t.Errorf("of nothing observed: %+v, %v", curve, err)
	}
}

func TestAlikeSubjectsInIntervalsMayBeCountedTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := intervals(t, 2, true, false)
		var one []survival.IntervalObservation
		for _, o := range obs {
			n := max(1, o.Count)
			o.Count = 0
			for range n {
				one = append(one, o)
			}
		}
		a, err := survival.TurnbullCauses(obs, 2)
		if err != nil {
			t.Fatal(err)
		}
		b, err := survival.TurnbullCauses(one, 2)
		if err != nil || a.Inexact != b.Inexact || a.Exact != b.Exact {
			t.Fatalf("%+v, %+v, %v", a, b, err)
		}
		for day := 0.0; day <= 80; day++ {
			if x, y := a.At(day), b.At(day); math.Abs(x.S.Value-y.S.Value) > 1e-9 || math.Abs(x.Causes[1].Upper-y.Causes[1].Upper) > 1e-9 {
				t.Fatalf("at %v %+v and %+v", day, x, y)
			}
		}
	})
}

// FuzzTurnbull reads four bytes a subject: whatever they are, there is a coherent
// curve or an error.
func FuzzTurnbull(f *testing.F) {
	f.Add([]byte{3, 9, 1, 0, 5, 0, 0, 0, 7, 20, 2, 3})
	f.Add([]byte{0, 0, 1, 0, 0, 0, 0, 0, 2, 250, 7, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var obs []survival.IntervalObservation
		for ; len(data) >= 4 && len(obs) < 60; data = data[4:] {
			obs = append(obs, survival.IntervalObservation{
				Entry: float64(data[3] >> 1), Earliest: float64(data[0]), Latest: float64(data[0]) + float64(data[1]),
				Event: int(data[2] % 3), AfterEarliest: data[3]&1 == 1,
			})
		}
		curve, err := survival.TurnbullCauses(obs, 2)
		if err == nil {
			coherent(t, curve)
		}
	})
}
