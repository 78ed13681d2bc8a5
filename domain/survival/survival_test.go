package survival_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangu/domain/survival"
)

type published struct{ t, n, d, s, se, lower, upper float64 }

func checkCurve(t *testing.T, obs []survival.Observation, way survival.Interval, want []published) {
	t.Helper()
	steps, err := survival.KaplanMeier(obs, way)
	if err != nil {
		t.Fatal(err)
	}
	if len(steps) != len(want) {
		t.Fatalf("%d event times, want %d", len(steps), len(want))
	}
	for i, w := range want {
		g := steps[i]
		near(t, "time", g.Time, w.t, 0)
		near(t, "at risk", float64(g.AtRisk), w.n, 0)
		near(t, "events", float64(g.Events), w.d, 0)
		near(t, "S", g.S, w.s, 1e-9)
		near(t, "SE", g.SE, w.se, 1e-9)
		near(t, "lower", g.Lower, w.lower, 1e-9)
		near(t, "upper", g.Upper, w.upper, 1e-9)
	}
}

func TestKaplanMeierGivesThePublishedLeukaemiaTables(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	checkCurve(t, maintained(), survival.Log, []published{
		{9, 11, 1, 0.90909090909, 0.08667841720, 0.75413384508, 1},
		{13, 10, 1, 0.81818181818, 0.11629129983, 0.61924898740, 1},
		{18, 8, 1, 0.71590909091, 0.13966497056, 0.48842628742, 1},
		{23, 7, 1, 0.61363636364, 0.15263233103, 0.37686705950, 0.9991576002},
		{31, 5, 1, 0.49090909091, 0.16419326722, 0.25485995120, 0.9455849552},
		{34, 4, 1, 0.36818181818, 0.16266888583, 0.15487711790, 0.8752606781},
		{48, 2, 1, 0.18409090909, 0.15349274579, 0.03591789849, 0.9435257695},
	})
	checkCurve(t, nonMaintained(), survival.Log, []published{
		{5, 12, 2, 0.83333333333, 0.10758287073, 0.64703698701, 1},
		{8, 10, 2, 0.66666666667, 0.13608276349, 0.44684608115, 0.9946253603},
		{12, 8, 1, 0.58333333333, 0.14231876064, 0.36161370521, 0.9409980122},
		{23, 6, 1, 0.48611111111, 0.14813006255, 0.26751824886, 0.8833192253},
		{27, 5, 1, 0.38888888889, 0.14698618395, 0.18539652610, 0.8157357157},
		{30, 4, 1, 0.29166666667, 0.13871516913, 0.11483115015, 0.7408220185},
		{33, 3, 1, 0.19444444444, 0.12187450538, 0.05692155257, 0.6642236599},
		{43, 2, 1, 0.09722222222, 0.09186636497, 0.01525652717, 0.6195486291},
		{45, 1, 1, 0, nan, nan, nan},
	})
}

func TestKaplanMeierGivesThePublishedSixMercaptopurineTable(t *testing.T) {
	t.Parallel()
	checkCurve(t, sixMP(), survival.LogLog, []published{
		{6, 21, 3, 0.85714285714, 0.07636035483, 0.6197179553, 0.9515517476},
		{7, 17, 1, 0.80672268908, 0.08693528518, 0.5631465646, 0.9228090192},
		{10, 15, 1, 0.75294117647, 0.09634965299, 0.5031995108, 0.8893618352},
		{13, 12, 1, 0.69019607843, 0.10681470778, 0.4316102225, 0.8490659633},
		{16, 11, 1, 0.62745098039, 0.11405386526, 0.3675108560, 0.8049121895},
		{22, 7, 1, 0.53781512605, 0.12823375169, 0.2677789368, 0.7467907176},
		{23, 6, 1, 0.44817927171, 0.13459145676, 0.1880520060, 0.6801426285},
	})
	log, _ := survival.KaplanMeier(sixMP(), survival.Log)
	m := survival.Median(log)
	near(t, "median", m.Time, 23, 0)
	near(t, "median's lower limit", m.Lower, 16, 0)
	near(t, "median's upper limit", m.Upper, math.NaN(), 0)
	plac, _ := survival.KaplanMeier(placebo(), survival.Log)
	near(t, "placebo's median", survival.Median(plac).Time, 8, 0)
	mean, se := survival.RestrictedMean(log, 20)
	near(t, "restricted mean", mean, 16.11653, 5e-6)
	near(t, "its standard error", se, 1.25156, 5e-6)
	mean, se = survival.RestrictedMean(plac, 20)
	near(t, "placebo's restricted mean", mean, 8.42857, 5e-6)
	near(t, "its standard error", se, 1.26808, 5e-6)
}

func TestLogRankGivesThePublishedFigures(t *testing.T) {
	t.Parallel()
	r, err := survival.LogRank(placebo(), sixMP())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "chi-square", r.ChiSq, 16.79294099, 1e-8)
	near(t, "expected of 6-MP", r.Expected[1], 19.25050095, 1e-8)
	near(t, "expected of placebo", r.Expected[0], 10.74949905, 1e-8)
	near(t, "variance", r.Variance, 6.256960574, 1e-9)
	r, _ = survival.LogRank(maintained(), nonMaintained())
	near(t, "chi-square of the other study", r.ChiSq, 3.4, 0.05)
	near(t, "its p", r.P, 0.07, 0.005)
	near(t, "p by the normal tail", r.P, math.Erfc(math.Sqrt(r.ChiSq/2)), 1e-12)
}

func TestAalenJohansenGivesTheDemonstration(t *testing.T) {
	t.Parallel()
	curve, err := survival.AalenJohansen(demonstration(), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ t, n, s, f1, f2, se float64 }{
		{2, 24, 0.9583333333, 0.0416666667, 0, 0.0407893754}, {3, 23, 0.9166666667, 0.0833333333, 0, 0.0564169334},
		{4, 17, 0.8088235294, 0.1911764706, 0, 0.0872293435}, {5, 15, 0.7549019608, 0.2450980392, 0, 0.0966537534},
		{6, 14, 0.6470588235, 0.3529411765, 0, 0.1088476858}, {7, 12, 0.5931372549, 0.3529411765, 0.0539215686, 0.1088476858},
		{8, 11, 0.5392156863, 0.3529411765, 0.1078431373, 0.1088476858}, {9, 10, 0.4852941176, 0.4068627451, 0.1078431373, 0.1123418876},
		{11, 6, 0.4044117647, 0.4068627451, 0.1887254902, 0.1123418876}, {12, 5, 0.3235294118, 0.4877450980, 0.1887254902, 0.1224629047},
		{14, 4, 0.2426470588, 0.5686274510, 0.1887254902, 0.1262008753},
	}
	if len(curve) != len(want) {
		t.Fatalf("%d event times, want %d", len(curve), len(want))
	}
	for i, w := range want {
		near(t, "time", curve[i].Time, w.t, 0)
		near(t, "at risk", float64(curve[i].AtRisk), w.n, 0)
		near(t, "S", curve[i].S, w.s, 1e-9)
		near(t, "F started", curve[i].Causes[1].F, w.f1, 1e-9)
		near(t, "F terminated", curve[i].Causes[2].F, w.f2, 1e-9)
		near(t, "SE", curve[i].Causes[1].SE, w.se, 1e-9)
	}
	at15 := survival.At(curve, 15).Causes[1]
	near(t, "lower at 15 months", at15.Lower, 0.295, 5e-4)
	near(t, "upper at 15 months", at15.Upper, 0.770, 5e-4)
	p, ok := survival.Chance(curve, 1, 6, 6)
	if !ok {
		t.Fatal("nobody waits at 6 months")
	}
	near(t, "chance after 6 months", p, 0.2083333333, 1e-9)
}

func TestWilsonGivesThePublishedIntervals(t *testing.T) {
	t.Parallel()
	for _, w := range []struct {
		x, n         int
		lower, upper float64
	}{
		{x: 0, n: 10, lower: 0, upper: 0.2775328},
		{x: 1, n: 10, lower: 0.0178762, upper: 0.4041500},
		{x: 5, n: 10, lower: 0.2365931, upper: 0.7634069},
		{x: 10, n: 10, lower: 0.7224672, upper: 1},
		{x: 32, n: 50, lower: 0.5014102, upper: 0.7586125},
	} {
		lower, upper := survival.Wilson(w.x, w.n)
		near(t, "lower", lower, w.lower, 5e-8)
		near(t, "upper", upper, w.upper, 5e-8)
	}
}

func observations(t *rapid.T, causes int) []survival.Observation {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) survival.Observation {
		o := survival.Observation{Time: float64(rapid.IntRange(1, 12).Draw(t, "time")), Event: rapid.IntRange(0, causes).Draw(t, "event")}
		if rapid.Bool().Draw(t, "late") {
			o.Entry = float64(rapid.IntRange(0, int(o.Time)-1).Draw(t, "entry"))
		}
		return o
	}), 1, 25).Draw(t, "observations")
}

func TestWaitingAndCausesAlwaysAddUpToOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		curve, err := survival.AalenJohansen(observations(t, 3), 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range curve {
			sum := c.S
			for _, k := range c.Causes {
				sum += k.F
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Fatalf("at %v the shares add up to %v", c.Time, sum)
			}
		}
	})
}

func TestKaplanMeierIsTheProductLimitCountedByHand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := observations(t, 2)
		steps, err := survival.KaplanMeier(obs, survival.LogLog)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range steps {
			want := 1.0
			for day := 1.0; day <= s.Time; day++ {
				risk, dead := 0.0, 0.0
				for _, o := range obs {
					if o.Entry < day && day <= o.Time {
						risk++
						if o.Time == day && o.Event > 0 {
							dead++
						}
					}
				}
				if risk > 0 {
					want *= 1 - dead/risk
				}
			}
			if math.Abs(s.S-want) > 1e-9 {
				t.Fatalf("S(%v) = %v, by hand %v", s.Time, s.S, want)
			}
		}
	})
}

func TestWithoutCensoringTheErrorIsTheBinomialOne(t *testing.T) {
	t.Parallel()
	steps, err := survival.KaplanMeier(placebo(), survival.Plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps[:len(steps)-1] {
		near(t, "SE", s.SE, math.Sqrt(s.S*(1-s.S)/21), 1e-12)
	}
}

func TestAlikeSubjectsMayBeCountedTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		obs := observations(t, 2)
		twice, err := survival.AalenJohansen(append(append([]survival.Observation{}, obs...), obs...), 2)
		if err != nil {
			t.Fatal(err)
		}
		for i := range obs {
			obs[i].Count = 2
		}
		counted, err := survival.AalenJohansen(obs, 2)
		if err != nil || len(counted) != len(twice) {
			t.Fatalf("%d event times, want %d (%v)", len(counted), len(twice), err)
		}
		for i := range twice {
			if math.Abs(counted[i].Causes[1].F-twice[i].Causes[1].F) > 1e-12 || counted[i].AtRisk != twice[i].AtRisk {
				t.Fatalf("counted %+v, one by one %+v", counted[i], twice[i])
			}
		}
	})
}

func TestBadTimesAreRefused(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]survival.Observation{
		"negative":        {Time: -1},
		"not a number":    {Time: math.NaN()},
		"entry after end": {Entry: 5, Time: 4},
	} {
		if _, err := survival.KaplanMeier([]survival.Observation{o}, survival.Log); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
