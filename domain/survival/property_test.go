package survival_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// tenths draws observations whose times are tenths, zero included, as published
// data have them: ties, late entry and several alike in one.
func tenths(t *rapid.T, causes int) []survival.Observation {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) survival.Observation {
		tenth := rapid.IntRange(0, 60).Draw(t, "tenth")
		o := survival.Observation{
			Time:  float64(tenth) / 10,
			Event: rapid.IntRange(0, causes).Draw(t, "event"),
			Count: rapid.IntRange(0, 3).Draw(t, "count"),
		}
		if tenth > 1 && rapid.Bool().Draw(t, "late") {
			o.Entry = float64(rapid.IntRange(1, tenth-1).Draw(t, "entry")) / 10
		}
		return o
	}), 1, 30).Draw(t, "observations")
}

// atRisk counts by hand who is watched just before a time.
func atRisk(obs []survival.Observation, at float64) (n float64) {
	for _, o := range obs {
		if o.Time >= at && (o.Entry == 0 || o.Entry < at) {
			n += math.Max(1, float64(o.Count))
		}
	}
	return n
}

// ended counts by hand who has an event at a time; cause 0 is any.
func ended(obs []survival.Observation, at float64, cause int) (d float64) {
	for _, o := range obs {
		if o.Time == at && o.Event > 0 && (cause == 0 || o.Event == cause) {
			d += math.Max(1, float64(o.Count))
		}
	}
	return d
}

// The variance of F is domain.md §8.2's, summed as it is written.
func TestTheVarianceOfAnIncidenceIsTheFormulaSummedAsItIsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 3)
		curve, err := survival.AalenJohansen(obs, 3)
		if err != nil {
			t.Fatal(err)
		}
		for k := 1; k <= 3; k++ {
			for i, now := range curve {
				v, before := 0.0, 1.0
				for _, c := range curve[:i+1] {
					n, d, dk := atRisk(obs, c.Time), ended(obs, c.Time, 0), ended(obs, c.Time, k)
					if n > d {
						v += sq(now.Causes[k].F-c.Causes[k].F) * d / (n * (n - d))
					}
					v += sq(before)*(n-dk)*dk/(n*n*n) - 2*(now.Causes[k].F-c.Causes[k].F)*before*dk/(n*n)
					before = c.S
				}
				if want := math.Sqrt(math.Max(0, v)); math.Abs(now.Causes[k].SE-want) > 1e-7 {
					t.Fatalf("SE of F%d at %v = %.12f, by the formula %.12f", k, now.Time, now.Causes[k].SE, want)
				}
			}
		}
	})
}

func sq(x float64) float64 { return x * x }

// Greenwood's error and the three intervals, by hand; S never rises, and limits
// hold it between them.
func TestGreenwoodAndTheIntervalsAreTheFormulasByHand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 2)
		way := rapid.SampledFrom([]survival.Interval{survival.Plain, survival.Log, survival.LogLog}).Draw(t, "way")
		steps, err := survival.KaplanMeier(obs, way)
		if err != nil {
			t.Fatal(err)
		}
		s, g := 1.0, 0.0
		for _, st := range steps {
			n, d := atRisk(obs, st.Time), ended(obs, st.Time, 0)
			if float64(st.AtRisk) != n || float64(st.Events) != d {
				t.Fatalf("at %v: %d at risk, %d events; by hand %v and %v", st.Time, st.AtRisk, st.Events, n, d)
			}
			s *= 1 - d/n
			if n == d {
				s = 0
			}
			if s == 0 {
				if st.S != 0 || !math.IsNaN(st.SE) || !math.IsNaN(st.Lower) || !math.IsNaN(st.Upper) {
					t.Fatalf("nobody is left at %v: %+v", st.Time, st)
				}
				continue
			}
			g += d / (n * (n - d))
			if math.Abs(st.S-s) > 1e-12 || math.Abs(st.SE-s*math.Sqrt(g)) > 1e-12 {
				t.Fatalf("at %v S %v and SE %v, by hand %v and %v", st.Time, st.S, st.SE, s, s*math.Sqrt(g))
			}
			if !(st.Lower >= 0 && st.Lower <= st.S+1e-12 && st.Upper >= st.S-1e-12 && st.Upper <= 1) {
				t.Fatalf("%s limits %v and %v do not hold S %v", way, st.Lower, st.Upper, st.S)
			}
		}
	})
}

// 1 − Kaplan–Meier of a cause, the others taken for leaving, is never below its
// cumulative incidence: why competing ends are not censored.
func TestTakingOtherCausesForLeavingNeverSaysLess(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 2)
		curve, err := survival.AalenJohansen(obs, 2)
		if err != nil {
			t.Fatal(err)
		}
		alone := make([]survival.Observation, len(obs))
		for i, o := range obs {
			if o.Event == 2 {
				o.Event = 0
			}
			alone[i] = o
		}
		steps, err := survival.KaplanMeier(alone, survival.LogLog)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range steps {
			if f := survival.At(curve, s.Time).Causes[1].F; 1-s.S < f-1e-9 {
				t.Fatalf("at %v 1−S is %v, the incidence %v", s.Time, 1-s.S, f)
			}
		}
	})
}

// The log-rank test counts what was expected by hand, does not mind the order of
// groups, and of one cause over one group's copies says that they are alike.
func TestTheLogRankIsCountedByHandAndMindsNoOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := tenths(t, 1), tenths(t, 1)
		ab, err := survival.LogRank(a, b)
		if err != nil {
			t.Fatal(err)
		}
		ba, err := survival.LogRank(b, a)
		if err != nil {
			t.Fatal(err)
		}
		all := append(append([]survival.Observation{}, a...), b...)
		steps, err := survival.KaplanMeier(all, survival.Plain)
		if err != nil {
			t.Fatal(err)
		}
		expected, variance := 0.0, 0.0
		for _, s := range steps {
			n, d, own := float64(s.AtRisk), float64(s.Events), atRisk(a, s.Time)
			expected += d * own / n
			if n > 1 {
				variance += d * (n - d) / (n - 1) * own / n * (1 - own/n)
			}
		}
		if math.Abs(ab.Expected[0]-expected) > 1e-9 || math.Abs(ab.Variance-variance) > 1e-9 {
			t.Fatalf("expected %v ± %v, by hand %v ± %v", ab.Expected[0], ab.Variance, expected, variance)
		}
		if math.Abs(ab.ChiSq-ba.ChiSq) > 1e-6*math.Max(1, ab.ChiSq) || ab.P < 0 || ab.P > 1 {
			t.Fatalf("χ² %v and the other way %v, p %v", ab.ChiSq, ba.ChiSq, ab.P)
		}
		if same, err := survival.LogRank(a, a); err != nil || same.ChiSq > 1e-9 {
			t.Fatalf("a group against itself: χ² %v, %v", same.ChiSq, err)
		}
	})
}

// Wilson's limits hold the share, mirror it, and are the roots of the score
// equation (p̂ − p)² = z²·p(1−p)/n.
func TestWilsonsLimitsAreTheRootsOfTheScoreEquation(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		lower, upper := survival.Wilson(x, n)
		share := float64(x) / float64(n)
		for _, p := range []float64{lower, upper} {
			if got, want := sq(share-p), sq(survival.Z95)*p*(1-p)/float64(n); math.Abs(got-want) > 1e-12 {
				t.Fatalf("%d of %d: limit %v is no root", x, n, p)
			}
		}
		l, u := survival.Wilson(n-x, n)
		if lower > share || upper < share || math.Abs(l-(1-upper)) > 1e-12 || math.Abs(u-(1-lower)) > 1e-12 {
			t.Fatalf("%d of %d: %v to %v; mirrored %v to %v", x, n, lower, upper, l, u)
		}
	})
}
