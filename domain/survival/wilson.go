package survival

import "math"

// Small numbers: below MinSample nothing is estimated, and from where fewer
// than MinAtRisk wait a curve is indicative only (domain.md §8.2).
const (
	MinSample  = 10
	MinAtRisk  = 5
	PriorCount = 10
)

// Wilson returns the 95 % interval of a share x of n (Wilson 1927, without
// continuity correction). For n = 0 it is the whole range.
func Wilson(x, n int) (lower, upper float64) {
	if n == 0 {
		return 0, 1
	}
	p, m, z2 := float64(x)/float64(n), float64(n), Z95*Z95
	half := Z95 * math.Sqrt(p*(1-p)/m+z2/(4*m*m))
	mid := p + z2/(2*m)
	lower, upper = math.Max(0, (mid-half)/(1+z2/m)), math.Min(1, (mid+half)/(1+z2/m))
	// Exactly 0 and 1 at the ends, which floating point misses by a hair.
	if x == 0 {
		lower = 0
	}
	if x == n {
		upper = 1
	}
	return lower, upper
}

// Shrunk returns a small group's share drawn towards the whole's: the posterior mean
// under a beta prior worth PriorCount subjects at the whole's rate.
func Shrunk(x, n int, whole float64) float64 {
	return (float64(x) + PriorCount*whole) / (float64(n) + PriorCount)
}

// ByHorizon returns, among the mature subjects, how many met the cause by h and how
// many there are: the fixed-horizon cohort rate's x and n.
func ByHorizon(obs []Observation, cause int, h float64, mature func(i int) bool) (x, n int) {
	for i, o := range obs {
		if !mature(i) {
			continue
		}
		n++
		if o.Event == cause && o.Time <= h {
			x++
		}
	}
	return x, n
}
