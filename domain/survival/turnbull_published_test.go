package survival_test

import (
	"math"
	"testing"

	"sangu/domain/survival"
)

// between makes observations of (L, R] pairs as published tables print them; R of 0
// is right censored.
func between(ends ...float64) []survival.IntervalObservation {
	out := make([]survival.IntervalObservation, 0, len(ends)/2)
	for i := 0; i < len(ends); i += 2 {
		o := survival.IntervalObservation{Earliest: ends[i], Latest: ends[i+1], AfterEarliest: true, Event: 1}
		if ends[i+1] == 0 {
			o = survival.IntervalObservation{Earliest: ends[i], Latest: ends[i]}
		}
		out = append(out, o)
	}
	return out
}

// Breast cosmesis: months to retraction after radiotherapy alone (46 patients) and
// with chemotherapy (48), Finkelstein and Wolfe (1985), Biometrics 41, table 4.
func radiotherapy() []survival.IntervalObservation {
	return between(45, 0, 25, 37, 37, 0, 6, 10, 46, 0, 0, 5, 0, 7, 26, 40, 18, 0, 46, 0, 46, 0, 24, 0, 46, 0, 27, 34,
		36, 0, 7, 16, 36, 44, 5, 11, 17, 0, 46, 0, 19, 35, 7, 14, 36, 48, 17, 25, 37, 44, 37, 0, 24, 0, 0, 8, 40, 0, 32, 0,
		4, 11, 17, 25, 33, 0, 15, 0, 46, 0, 19, 26, 11, 15, 11, 18, 37, 0, 22, 0, 38, 0, 34, 0, 46, 0, 5, 12, 36, 0, 46, 0)
}

func withChemotherapy() []survival.IntervalObservation {
	return between(8, 12, 0, 5, 30, 34, 0, 22, 5, 8, 13, 0, 24, 31, 12, 20, 10, 17, 17, 27, 11, 0, 8, 21, 17, 23, 33, 40,
		4, 9, 24, 30, 31, 0, 11, 0, 16, 24, 13, 39, 14, 19, 13, 0, 19, 32, 4, 8, 11, 13, 34, 0, 34, 0, 16, 20, 13, 0,
		30, 36, 18, 25, 16, 24, 18, 24, 17, 26, 35, 0, 16, 60, 32, 0, 15, 22, 35, 39, 23, 0, 11, 17, 21, 0, 44, 48,
		22, 32, 11, 20, 14, 17, 10, 35, 48, 0)
}

// Of radiotherapy alone nobody is followed past 46 but one who is (36, 48], so the
// last mass is in (46, 48].
func TestTurnbullGivesThePublishedBreastCosmesisEstimates(t *testing.T) {
	t.Parallel()
	for _, group := range []struct {
		name string
		obs  []survival.IntervalObservation
		// left, right and mass as Fay and Shaw (2010), J. Stat. Software 36(2), print
		// them to four digits.
		want [][3]float64
	}{
		{name: "radiotherapy", obs: radiotherapy(), want: [][3]float64{
			{4, 5, 0.0463}, {6, 7, 0.0334}, {7, 8, 0.0887}, {11, 12, 0.0708}, {24, 25, 0.0926},
			{33, 34, 0.0818}, {38, 40, 0.1209}, {46, 48, 0.4656},
		}},
		{name: "with chemotherapy", obs: withChemotherapy(), want: [][3]float64{
			{4, 5, 0.0433}, {5, 8, 0.0433}, {11, 12, 0.0692}, {16, 17, 0.1454}, {18, 19, 0.1411}, {19, 20, 0.1157},
			{24, 25, 0.0999}, {30, 31, 0.0709}, {35, 36, 0.1608}, {44, 48, 0.0552}, {48, 60, 0.0552},
		}},
	} {
		curve, err := survival.Turnbull(group.obs)
		if err != nil {
			t.Fatal(err)
		}
		if len(curve.Intervals) != len(group.want) {
			t.Fatalf("%s: %d intervals, want %d: %+v", group.name, len(curve.Intervals), len(group.want), curve.Intervals)
		}
		for i, w := range group.want {
			got := curve.Intervals[i]
			near(t, group.name+" left", got.Left, w[0], 0)
			near(t, group.name+" right", got.Right, w[1], 0)
			near(t, group.name+" mass", got.Mass, w[2], 5.1e-5)
		}
		proveMaximum(t, group.obs, curve)
	}
}

// R 4.2.2, survival 3.5-3, survfit(Surv(left, right, type = "interval2") ~ 1), at
// the times where it steps, with its own tolerance of 5e-5 tightened to 1e-13.
func TestTurnbullGivesTheCurvesOfSurvfit(t *testing.T) {
	t.Parallel()
	for _, group := range []struct {
		name   string
		obs    []survival.IntervalObservation
		want   [][2]float64
		median float64
	}{
		{name: "radiotherapy", obs: radiotherapy(), median: 39, want: [][2]float64{
			{4.5, 0.953653226}, {6.5, 0.920289855}, {7.5, 0.831622487}, {11.5, 0.760869565},
			{24.5, 0.668223729}, {33.5, 0.586437964}, {39, 0.465558136}, {47, 0},
		}},
		{name: "with chemotherapy", obs: withChemotherapy(), median: 19.5, want: [][2]float64{
			{4.5, 0.956717372}, {6.5, 0.913434745}, {11.5, 0.844229161}, {16.5, 0.698831446}, {18.5, 0.557736548}, {19.5, 0.441990623},
			{24.5, 0.342125312}, {30.5, 0.271243935}, {35.5, 0.110412828}, {46, 0.055206414}, {54, 0},
		}},
	} {
		curve, err := survival.Turnbull(group.obs)
		if err != nil {
			t.Fatal(err)
		}
		before := 0.0
		for _, w := range group.want {
			near(t, group.name, curve.At(w[0]).S.Value, w[1], 1e-8)
			if before > 0 {
				near(t, group.name+" just before", curve.At(math.Nextafter(w[0], 0)).S.Value, before, 1e-8)
			}
			before = w[1]
		}
		near(t, group.name+" median", curve.Median().Time, group.median, 0)
	}
}
