package survival_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

// kaplanMeier1958 is the example of Kaplan and Meier's own paper: deaths at 0.8,
// 3.1, 5.4 and 9.2, losses at 1.0, 2.7, 7.0 and 12.1.
func kaplanMeier1958() []survival.Observation {
	return of(0.8, -1.0, -2.7, 3.1, 5.4, -7.0, 9.2, -12.1)
}

func TestKaplanMeiersOwnExampleComesOutAsFractions(t *testing.T) {
	t.Parallel()
	steps, err := survival.KaplanMeier(kaplanMeier1958(), survival.LogLog)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{7.0 / 8, 7.0 / 10, 21.0 / 40, 21.0 / 80} {
		near(t, "P", steps[i].S, want, 1e-15)
	}
	near(t, "median", survival.Median(steps).Time, 9.2, 0)
}

// Weeks until an intrauterine device was given up (WHO 1987; Collett, Modelling
// Survival Data in Medical Research, table 2.2).
func TestKaplanMeierGivesCollettsTableOfDevices(t *testing.T) {
	t.Parallel()
	weeks := of(10, -13, -18, 19, -23, 30, 36, -38, -54, -56, 59, 75, 93, 97, -104, 107, -107, -107)
	steps, err := survival.KaplanMeier(weeks, survival.LogLog)
	if err != nil || len(steps) != 9 {
		t.Fatalf("%d event times, %v", len(steps), err)
	}
	for i, w := range []struct{ t, s, se float64 }{
		{10, 0.9444, 0.0540}, {19, 0.8815, 0.0790}, {30, 0.8137, 0.0978}, {36, 0.7459, 0.1107}, {59, 0.6526, 0.1303},
		{75, 0.5594, 0.1412}, {93, 0.4662, 0.1452}, {97, 0.3729, 0.1430}, {107, 0.2486, 0.1392},
	} {
		near(t, "time", steps[i].Time, w.t, 0)
		near(t, "S", steps[i].S, w.s, 5e-5)
		near(t, "SE", steps[i].SE, w.se, 5e-5)
	}
	near(t, "median", survival.Median(steps).Time, 93, 0)
}

// The log-rank tests of four published studies, with what their authors print.
func TestTheLogRankGivesWhatFourStudiesPrint(t *testing.T) {
	t.Parallel()
	for _, w := range []struct {
		name             string
		a, b             []survival.Observation
		observed         [2]float64
		expected         [2]float64
		chi, p           float64
		ofChi, ofP, ofEx float64
	}{
		// Bland and Altman, BMJ 2004;328:1073, gliomas: astrocytoma and glioblastoma.
		{
			name: "gliomas",
			a:    of(6, 13, 21, 30, -31, 37, 38, -47, 49, 50, 63, 79, -80, -82, -82, 86, 98, -149, 202, 219),
			b: of(10, 10, 12, 13, 14, 15, 16, 17, 18, 20, 24, 24, 25, 28, 30, 33, -34, 35, 37, 40, 40, -40, 46, 48, -70,
				76, 81, 82, 91, 112, 181),
			observed: [2]float64{14, 28}, expected: [2]float64{22.48, 19.52},
			chi: 7.5, p: 0.006, ofChi: 0.05, ofP: 5e-4, ofEx: 5e-3,
		},
		// Collett, table 1.2: breast cancer, negative and positive staining; W = 3.515.
		{
			name: "breast cancer",
			a:    of(23, 47, 69, -70, -71, -100, -101, 148, 181, -198, -208, -212, -224),
			b: of(5, 8, 10, 13, 18, 24, 26, 26, 31, 35, 40, 41, 48, 50, 59, 61, 68, 71, -76, -105, -107, -109, 113, -116,
				118, 143, -154, -162, -188, -212, -217, -225),
			observed: [2]float64{5, 21}, expected: [2]float64{9.565, 16.435},
			chi: 3.515, p: 0.061, ofChi: 5e-4, ofP: 5e-4, ofEx: 5e-4,
		},
		// survival::ovarian by treatment (Edmonson 1979): survdiff prints 5.23, 6.77, 1.1, 0.303.
		{
			name:     "ovarian cancer",
			a:        of(59, 115, 156, 431, -448, -477, 638, -803, -855, -1040, -1106, 268, 329),
			b:        of(-421, 464, 475, 563, -744, -769, -770, -1129, -1206, -1227, 353, 365, -377),
			observed: [2]float64{7, 5}, expected: [2]float64{5.23, 6.77},
			chi: 1.06, p: 0.303, ofChi: 0.005, ofP: 5e-4, ofEx: 5e-3,
		},
		{
			name: "6-MP", a: placebo(), b: sixMP(),
			observed: [2]float64{21, 9}, expected: [2]float64{10.74949905, 19.25050095},
			chi: 16.79294099, p: 4.17e-5, ofChi: 1e-8, ofP: 1e-7, ofEx: 1e-8,
		},
	} {
		r, err := survival.LogRank(w.a, w.b)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 2 {
			near(t, w.name+" observed", r.Observed[i], w.observed[i], 0)
			near(t, w.name+" expected", r.Expected[i], w.expected[i], w.ofEx)
		}
		near(t, w.name+" χ²", r.ChiSq, w.chi, w.ofChi)
		near(t, w.name+" p", r.P, w.p, w.ofP)
	}
}

// Two groups with ties, by hand. A: 1, 2, 2, 3+; B: 2, 3, 4+. At 1: 7 at risk,
// 4 of A, 1 event; at 2: 6 at risk, 3 of A, 3 events; at 3: 3 at risk, 1 of A, 1
// event. E = 4/7 + 3/2 + 1/3; V = 12/49 + 3·3·3·3/(36·5) + 2/9.
func TestTheLogRankWithTiesIsTheSumByHand(t *testing.T) {
	t.Parallel()
	r, err := survival.LogRank(of(1, 2, 2, -3), of(2, 3, -4))
	if err != nil {
		t.Fatal(err)
	}
	e, v := 4.0/7+3.0/2+1.0/3, 12.0/49+81.0/180+2.0/9
	near(t, "observed", r.Observed[0], 3, 0)
	near(t, "expected", r.Expected[0], e, 1e-14)
	near(t, "variance", r.Variance, v, 1e-14)
	near(t, "χ²", r.ChiSq, (3-e)*(3-e)/v, 1e-13)
}

// Of three groups the test is one, whichever of them is left out of the inverse.
func TestTheLogRankOfThreeGroupsMindsNoOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		groups := [][]survival.Observation{tenths(t, 1), tenths(t, 1), tenths(t, 1)}
		first, err := survival.LogRank(groups...)
		if err != nil {
			t.Fatal(err)
		}
		for _, order := range [][3]int{{1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
			next, err := survival.LogRank(groups[order[0]], groups[order[1]], groups[order[2]])
			if err != nil {
				t.Fatal(err)
			}
			if next.DF != first.DF || math.Abs(next.ChiSq-first.ChiSq) > 1e-6*math.Max(1, first.ChiSq) {
				t.Fatalf("χ² %v on %d, in the order %v %v on %d", first.ChiSq, first.DF, order, next.ChiSq, next.DF)
			}
		}
	})
}

// The curves by another way altogether, Efron's: everybody has an equal mass; who
// leaves without event hands his to those who are still there, in equal parts. The
// mass that has met a cause is F, what is left S.
func TestTheCurvesAreTheMassHandedOnByWhoLeaves(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 3)
		var one []survival.Observation
		for _, o := range obs {
			for range max(1, o.Count) {
				one = append(one, survival.Observation{Time: o.Time, Event: o.Event})
			}
		}
		slices.SortStableFunc(one, func(a, b survival.Observation) int {
			if a.Time != b.Time {
				return int(math.Copysign(1, a.Time-b.Time))
			}
			return min(1, b.Event) - min(1, a.Event)
		})
		curve, err := survival.AalenJohansen(one, 3)
		if err != nil {
			t.Fatal(err)
		}
		steps, err := survival.KaplanMeier(one, survival.LogLog)
		if err != nil || len(steps) != len(curve) {
			t.Fatalf("%d steps, %d times, %v", len(steps), len(curve), err)
		}
		mass := make([]float64, len(one))
		for i := range mass {
			mass[i] = 1 / float64(len(one))
		}
		f, left := map[int]float64{}, 1.0
		for i, o := range one {
			if o.Event == 0 {
				for k := i + 1; k < len(one); k++ {
					mass[k] += mass[i] / float64(len(one)-i-1)
				}
				continue
			}
			f[o.Event] += mass[i]
			left -= mass[i]
			if i+1 < len(one) && one[i+1].Time == o.Time && one[i+1].Event > 0 {
				continue
			}
			now := survival.At(curve, o.Time)
			for k := 1; k <= 3; k++ {
				if math.Abs(now.Causes[k].F-f[k]) > 1e-9 {
					t.Fatalf("F%d(%v) = %v, by mass %v", k, o.Time, now.Causes[k].F, f[k])
				}
			}
			at := slices.IndexFunc(steps, func(s survival.Step) bool { return s.Time == o.Time })
			if math.Abs(now.S-left) > 1e-9 || math.Abs(steps[at].S-left) > 1e-9 {
				t.Fatalf("S(%v) = %v and %v, by mass %v", o.Time, now.S, steps[at].S, left)
			}
		}
	})
}

// With late entry F is summed as it is written, S before each time from those at
// risk then, causes apart.
func TestAnIncidenceWithLateEntryIsTheSumByHand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := tenths(t, 3)
		curve, err := survival.AalenJohansen(obs, 3)
		if err != nil {
			t.Fatal(err)
		}
		s, f := 1.0, map[int]float64{}
		for tenth := 0; tenth <= 60; tenth++ {
			at := float64(tenth) / 10
			n, d := atRisk(obs, at), ended(obs, at, 0)
			if d == 0 {
				continue
			}
			for k := 1; k <= 3; k++ {
				f[k] += s * ended(obs, at, k) / n
			}
			s *= 1 - d/n
			now := survival.At(curve, at)
			for k := 1; k <= 3; k++ {
				if math.Abs(now.Causes[k].F-f[k]) > 1e-9 || math.Abs(now.S-s) > 1e-9 {
					t.Fatalf("at %v F%d %v and S %v, by hand %v and %v", at, k, now.Causes[k].F, now.S, f[k], s)
				}
			}
		}
	})
}

func TestTheStateBeforeTheFirstEventIsThatAllWait(t *testing.T) {
	t.Parallel()
	curve, err := survival.AalenJohansen(of(2, 5), 1)
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[float64]float64{0: 1, 1.99: 1, 2: 0.5, 4.99: 0.5, 5: 0, 9: 0} {
		near(t, "S", survival.At(curve, at).S, want, 0)
		near(t, "F", survival.At(curve, at).Causes[1].F, 1-want, 0)
	}
}
