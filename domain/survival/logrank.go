package survival

import (
	"errors"
	"math"
)

// LogRankTest compares the waiting of groups, in the order they were given.
type LogRankTest struct {
	Observed []float64
	Expected []float64
	// Variance of the first group's observed − expected.
	Variance float64
	ChiSq    float64
	// DF is one less than the groups of which events could be expected.
	DF int
	P  float64
}

// LogRank tests that groups wait alike (Mantel 1966): at each event time the expected
// events of a group are its share of those at risk, with the hypergeometric variance.
// Every event counts alike, whatever its cause; a group that was never at risk at an
// event time is left out. It returns an error for fewer than two groups and for an
// invalid time.
func LogRank(groups ...[]Observation) (LogRankTest, error) {
	if len(groups) < 2 {
		return LogRankTest{}, errors.New("log-rank needs two groups")
	}
	var all []Observation
	distinct := make([][]Observation, len(groups))
	for i, g := range groups {
		distinct[i] = gathered(g)
		all = append(all, distinct[i]...)
	}
	groups = distinct
	ps, err := points(all)
	if err != nil {
		return LogRankTest{}, err
	}
	k := len(groups)
	t := LogRankTest{Observed: make([]float64, k), Expected: make([]float64, k)}
	cov := make([][]float64, k)
	for i := range cov {
		cov[i] = make([]float64, k)
	}
	for _, p := range ps {
		n, d := float64(p.atRisk), float64(p.total)
		risk := make([]float64, k)
		for i, g := range groups {
			risk[i] = float64(AtRisk(g, p.t))
			for _, o := range g {
				if o.Event > 0 && o.Time == p.t {
					t.Observed[i] += float64(o.count())
				}
			}
			t.Expected[i] += d * risk[i] / n
		}
		if n < 2 {
			continue
		}
		c := d * (n - d) / (n - 1)
		for i := range groups {
			for j := range groups {
				share := -risk[i] * risk[j] / (n * n)
				if i == j {
					share += risk[i] / n
				}
				cov[i][j] += c * share
			}
		}
	}
	t.Variance = cov[0][0]
	var expecting []int
	for i, e := range t.Expected {
		if e > 0 {
			expecting = append(expecting, i)
		}
	}
	if t.DF = len(expecting) - 1; t.DF < 1 {
		t.DF, t.P = 0, 1
		return t, nil
	}
	t.ChiSq = max(0, quadratic(t.Observed, t.Expected, cov, expecting[:t.DF]))
	t.P = chiSquareTail(t.ChiSq, t.DF)
	return t, nil
}

// quadratic returns uᵀ V⁻¹ u over groups, all but one of which events could be
// expected, by elimination.
func quadratic(observed, expected []float64, cov [][]float64, over []int) float64 {
	m := len(over)
	u := make([]float64, m)
	a := make([][]float64, m)
	for i, g := range over {
		u[i] = observed[g] - expected[g]
		for _, h := range over {
			a[i] = append(a[i], cov[g][h])
		}
		a[i] = append(a[i], u[i])
	}
	for i := range m {
		if math.Abs(a[i][i]) < 1e-12 {
			return 0
		}
		for r := i + 1; r < m; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c <= m; c++ {
				a[r][c] -= f * a[i][c]
			}
		}
	}
	x := make([]float64, m)
	for i := m - 1; i >= 0; i-- {
		x[i] = a[i][m]
		for j := i + 1; j < m; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	q := 0.0
	for i := range m {
		q += u[i] * x[i]
	}
	return q
}

// chiSquareTail returns P(χ²_df ≥ x), by the series of the incomplete gamma
// function for small x and its continued fraction for large.
func chiSquareTail(x float64, df int) float64 {
	a, z := float64(df)/2, x/2
	if z <= 0 || df <= 0 {
		return 1
	}
	lg, _ := math.Lgamma(a)
	scale := math.Exp(-z + a*math.Log(z) - lg)
	if z < a+1 {
		term, sum := 1/a, 1/a
		for n := a + 1; term > sum*1e-17; n++ {
			term *= z / n
			sum += term
		}
		return 1 - scale*sum
	}
	const tiny = 1e-300
	b := z + 1 - a
	c, d := 1/tiny, 1/b
	h := d
	for i := 1.0; i < 1000; i++ {
		an := -i * (i - a)
		b += 2
		d = 1 / math.Max(math.Abs(an*d+b), tiny) * sign(an*d+b)
		c = b + an/c
		delta := d * c
		h *= delta
		if math.Abs(delta-1) < 1e-16 {
			break
		}
	}
	return scale * h
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}
