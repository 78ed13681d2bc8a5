package survival_test

import (
	"math"
	"testing"

	"sangu/domain/survival"
)

func TestAllCensoredNobodyHasLeftAndNothingIsReached(t *testing.T) {
	t.Parallel()
	obs := of(-3, -5, -8)
	steps, err := survival.KaplanMeier(obs, survival.LogLog)
	if err != nil || len(steps) != 0 {
		t.Fatalf("%v, %v", steps, err)
	}
	if m := survival.Median(steps); m.Reached || !math.IsNaN(m.Time) {
		t.Errorf("median %+v", m)
	}
	if mean, se := survival.RestrictedMean(steps, 8); mean != 8 || se != 0 {
		t.Errorf("restricted mean %v ± %v, want 8 ± 0", mean, se)
	}
	curve, err := survival.AalenJohansen(obs, 2)
	if err != nil || len(curve) != 0 || survival.At(curve, 9).S != 1 {
		t.Errorf("%v, %v", curve, err)
	}
	if r, err := survival.LogRank(obs, of(-1, -2)); err != nil || r.ChiSq != 0 || r.P != 1 {
		t.Errorf("log-rank %+v, %v", r, err)
	}
}

func TestOneSubjectWithAnEventLeavesNobody(t *testing.T) {
	t.Parallel()
	steps, err := survival.KaplanMeier(of(4), survival.LogLog)
	if err != nil || len(steps) != 1 || steps[0].S != 0 || !math.IsNaN(steps[0].SE) || !math.IsNaN(steps[0].Lower) {
		t.Fatalf("%+v, %v", steps, err)
	}
	if m := survival.Median(steps); m.Time != 4 || !m.Reached {
		t.Errorf("median %+v", m)
	}
	curve, err := survival.AalenJohansen(of(4), 1)
	if err != nil || curve[0].Causes[1].F != 1 || curve[0].S != 0 || curve[0].Causes[1].SE != 0 || !math.IsNaN(curve[0].Causes[1].Lower) {
		t.Errorf("%+v, %v", curve, err)
	}
	if _, ok := survival.Chance(curve, 1, 4, 1); ok {
		t.Error("a chance for nobody")
	}
}

func TestNothingObservedIsAnEmptyCurve(t *testing.T) {
	t.Parallel()
	if steps, err := survival.KaplanMeier(nil, survival.Log); err != nil || len(steps) != 0 {
		t.Errorf("%v, %v", steps, err)
	}
	if _, err := survival.LogRank(of(1, 2)); err == nil {
		t.Error("one group is compared with nothing")
	}
}

func TestAnEventAtTimeZeroCountsBeforeAllOthers(t *testing.T) {
	t.Parallel()
	steps, err := survival.KaplanMeier(of(0, 0, 5, -7), survival.LogLog)
	if err != nil || len(steps) != 2 || steps[0].Time != 0 || steps[0].AtRisk != 4 || steps[0].S != 0.5 || steps[1].S != 0.25 {
		t.Fatalf("%+v, %v", steps, err)
	}
	if mean, _ := survival.RestrictedMean(steps, 7); mean != 0.5*5+0.25*2 {
		t.Errorf("restricted mean %v", mean)
	}
}

// Events come before censorings of the same time: those censored at 5 are at
// risk at 5.
func TestEventsComeBeforeCensoringsOfTheSameTime(t *testing.T) {
	t.Parallel()
	steps, err := survival.KaplanMeier(of(5, -5, -5, 8), survival.LogLog)
	if err != nil || steps[0].AtRisk != 4 || steps[0].S != 0.75 || steps[1].AtRisk != 1 {
		t.Fatalf("%+v, %v", steps, err)
	}
}

// Late entry (left truncation): who enters at 3 is at risk at 4 and not at 3; a
// gap with nobody at risk does not end the curve.
func TestWhoEntersLateIsAtRiskOnlyAfterwards(t *testing.T) {
	t.Parallel()
	obs := []survival.Observation{{Time: 3, Event: 1}, {Time: 6, Event: 1}, {Entry: 3, Time: 4, Event: 1}, {Entry: 3, Time: 8}}
	steps, err := survival.KaplanMeier(obs, survival.LogLog)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ n, s float64 }{{2, 0.5}, {3, 0.5 * 2 / 3}, {2, 0.5 * 2 / 3 / 2}} {
		near(t, "at risk", float64(steps[i].AtRisk), want.n, 0)
		near(t, "S", steps[i].S, want.s, 1e-15)
	}
}

// The medians of the two studies with their limits, as published.
func TestTheMediansOfThePublishedStudiesHaveTheirLimits(t *testing.T) {
	t.Parallel()
	for _, w := range []struct {
		name                 string
		obs                  []survival.Observation
		way                  survival.Interval
		median, lower, upper float64
	}{
		{name: "maintained", obs: maintained(), way: survival.Log, median: 31, lower: 18, upper: math.NaN()},
		{name: "not maintained", obs: nonMaintained(), way: survival.Log, median: 23, lower: 8, upper: math.NaN()},
		{name: "6-MP, log", obs: sixMP(), way: survival.Log, median: 23, lower: 16, upper: math.NaN()},
		{name: "6-MP, log–log", obs: sixMP(), way: survival.LogLog, median: 23, lower: 13, upper: math.NaN()},
		{name: "placebo", obs: placebo(), way: survival.Log, median: 8, lower: 4, upper: 12},
	} {
		steps, err := survival.KaplanMeier(w.obs, w.way)
		if err != nil {
			t.Fatal(err)
		}
		m := survival.Median(steps)
		near(t, w.name, m.Time, w.median, 0)
		near(t, w.name+" lower", m.Lower, w.lower, 0)
		near(t, w.name+" upper", m.Upper, w.upper, 0)
	}
}

func TestTheOtherIntervalsOfTheMaintainedGroupAreAsPublished(t *testing.T) {
	t.Parallel()
	for way, want := range map[survival.Interval]map[float64][2]float64{
		survival.LogLog: {
			9: {0.5080802, 0.9866738}, 13: {0.4474286, 0.9511622}, 18: {0.3501904, 0.8990240}, 23: {0.2657520, 0.8352992},
			31: {0.1673309, 0.7533998}, 34: {0.0928296, 0.6570408}, 48: {0.0117385, 0.5250148},
		},
		survival.Plain: {23: {0.3144825, 0.9127902}, 31: {0.1690962, 0.8127220}, 48: {0, 0.4849312}},
	} {
		steps, err := survival.KaplanMeier(maintained(), way)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range steps {
			if limits, asked := want[s.Time]; asked {
				near(t, string(way)+" lower", s.Lower, limits[0], 5e-8)
				near(t, string(way)+" upper", s.Upper, limits[1], 5e-8)
			}
		}
	}
}

// Three groups of which one was never at risk: the test is of the other two.
func TestAGroupThatWasNeverAtRiskIsLeftOutOfTheTest(t *testing.T) {
	t.Parallel()
	two, err := survival.LogRank(placebo(), sixMP())
	if err != nil {
		t.Fatal(err)
	}
	three, err := survival.LogRank(of(-0.5, -0.25), placebo(), sixMP())
	if err != nil || three.DF != 1 {
		t.Fatalf("%+v, %v", three, err)
	}
	near(t, "chi-square", three.ChiSq, two.ChiSq, 1e-9)
	near(t, "p", three.P, two.P, 1e-12)
	none, err := survival.LogRank(of(-1), of(2, 3))
	if err != nil || none.DF != 0 || none.P != 1 {
		t.Errorf("%+v, %v", none, err)
	}
}

func TestACauseThatWasNotSaidIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := survival.AalenJohansen([]survival.Observation{{Time: 1, Event: 3}}, 2); err == nil {
		t.Error("no error")
	}
	if _, err := survival.KaplanMeier([]survival.Observation{{Time: 1, Event: 1, Count: -1}}, survival.Log); err == nil {
		t.Error("a negative number of subjects is taken")
	}
}
