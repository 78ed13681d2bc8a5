package survival

import "math"

// Interval is a way of drawing a confidence interval for S.
type Interval string

// The ways (Kalbfleisch and Prentice 2002, §1.4). LogLog stays between 0 and 1 and is
// recommended; Log is the default of R's survfit.
const (
	Plain  Interval = "plain"
	Log    Interval = "log"
	LogLog Interval = "log-log"
)

// Step is the curve at one event time: right-continuous, holding to the next.
type Step struct {
	Time    float64
	AtRisk  int // just before Time
	Events  int
	S       float64
	SE      float64 // Greenwood; NaN where S is 0
	Lower   float64 // NaN where undefined
	Upper   float64
	hazards float64 // Σ d/(n(n−d))
}

// KaplanMeier estimates S(t) = Π (1 − d/n) (Kaplan and Meier 1958) with Greenwood's
// variance S² Σ d/(n(n−d)) and a 95 % interval. Every event counts alike, whatever its
// cause. Without events the curve is empty. It returns an error for an invalid time.
func KaplanMeier(obs []Observation, way Interval) ([]Step, error) {
	ps, err := points(obs)
	if err != nil {
		return nil, err
	}
	out := make([]Step, len(ps))
	s, g := 1.0, 0.0
	for i, p := range ps {
		n, d := float64(p.atRisk), float64(p.total)
		s *= 1 - d/n
		if p.atRisk > p.total {
			g += d / (n * (n - d))
		}
		st := Step{Time: p.t, AtRisk: p.atRisk, Events: p.total, S: s, SE: s * math.Sqrt(g), hazards: g}
		// Where all have had the event nothing more can be said: with late entry
		// there may be later event times, and S stays 0.
		if p.atRisk == p.total || s == 0 {
			s = 0
			st.S, st.SE, st.Lower, st.Upper = 0, math.NaN(), math.NaN(), math.NaN()
		} else {
			st.Lower, st.Upper = limits(s, math.Sqrt(g), way)
		}
		out[i] = st
	}
	return out, nil
}

// limits returns the 95 % interval of S, where g is √Σ d/(n(n−d)).
func limits(s, g float64, way Interval) (lower, upper float64) {
	switch way {
	case Plain:
		return math.Max(0, s-Z95*s*g), math.Min(1, s+Z95*s*g)
	case Log:
		return s * math.Exp(-Z95*g), math.Min(1, s*math.Exp(Z95*g))
	default:
		if s == 1 {
			return 1, 1
		}
		e := Z95 * g / math.Abs(math.Log(s))
		return math.Pow(s, math.Exp(e)), math.Pow(s, math.Exp(-e))
	}
}

// Quantile is a time by which a share of subjects has had the event; Reached
// is false where the curve never comes so far.
type Quantile struct {
	Time    float64
	Reached bool
	// Lower and Upper are where the interval's limits cross; NaN if not reached.
	Lower, Upper float64
}

// Median returns the smallest time with S(t) ≤ 0.5.
func Median(steps []Step) Quantile { return QuantileOf(steps, 0.5) }

// QuantileOf returns the smallest time with S(t) ≤ 1 − p. Where S equals it exactly it
// returns that time, not the midpoint to the next event time.
func QuantileOf(steps []Step, p float64) Quantile {
	const slack = 1e-12
	q := Quantile{Time: math.NaN(), Lower: math.NaN(), Upper: math.NaN()}
	want := 1 - p
	for _, s := range steps {
		if !q.Reached && s.S <= want+slack {
			q.Time, q.Reached = s.Time, true
		}
		if math.IsNaN(q.Lower) && s.Lower <= want+slack {
			q.Lower = s.Time
		}
		if math.IsNaN(q.Upper) && s.Upper <= want+slack {
			q.Upper = s.Time
		}
	}
	return q
}

// RestrictedMean returns the mean time without event up to a horizon: the area
// under S, with its standard error √Σ A²·d/(n(n−d)), A the area after t.
func RestrictedMean(steps []Step, horizon float64) (mean, se float64) {
	area := func(from float64) float64 {
		a, s, at := 0.0, 1.0, 0.0
		for _, st := range steps {
			if st.Time >= horizon {
				break
			}
			if st.Time > from {
				a += s * (st.Time - math.Max(at, from))
			}
			s, at = st.S, st.Time
		}
		return a + s*math.Max(0, horizon-math.Max(at, from))
	}
	v := 0.0
	for _, st := range steps {
		if st.Time >= horizon || st.AtRisk == st.Events {
			break
		}
		n, d := float64(st.AtRisk), float64(st.Events)
		a := area(st.Time)
		v += a * a * d / (n * (n - d))
	}
	return area(0), math.Sqrt(v)
}
