package reporting

import (
	"math"
	"slices"
)

// trials are n projects with the same probability p to start.
type trials struct {
	p float64
	n int
}

// distribution is how probable each number of starts is, from a first number on.
type distribution struct {
	from int
	p    []float64
	mean float64
}

// mostExact is up to how many trials the distribution is computed exactly; above
// it the normal distribution of the same mean and variance is as good to four
// digits.
const mostExact = 2000

// distributionOf returns the distribution of the number of successes of
// independent trials (Poisson binomial): exact up to mostExact trials, and normal
// above.
func distributionOf(all []trials) distribution {
	// By probability, so that the same projects give the same digits in any order.
	slices.SortFunc(all, func(a, b trials) int {
		switch {
		case a.p < b.p:
			return -1
		case a.p > b.p:
			return 1
		}
		return a.n - b.n
	})
	n, mean, variance := 0, 0.0, 0.0
	for _, t := range all {
		n += t.n
		mean += float64(t.n) * t.p
		variance += float64(t.n) * t.p * (1 - t.p)
	}
	if n > mostExact && variance > 25 {
		return normalDistribution(mean, variance)
	}
	// Twelve standard deviations above the mean nothing is left to add.
	most := int(mean+12*math.Sqrt(variance)) + 40
	out := []float64{1}
	for _, t := range all {
		for range t.n {
			if len(out) <= most {
				out = append(out, 0)
			}
			for k := len(out) - 1; k > 0; k-- {
				out[k] = out[k]*(1-t.p) + out[k-1]*t.p
			}
			out[0] *= 1 - t.p
		}
	}
	return distribution{0, out, mean}
}

// normalDistribution returns the normal distribution on whole numbers, each with
// the probability of the interval around it.
func normalDistribution(mean, variance float64) distribution {
	sd := math.Sqrt(variance)
	below := func(x float64) float64 { return math.Erfc((mean-x)/(sd*math.Sqrt2)) / 2 }
	from := max(0, int(mean-8*sd))
	s := distribution{from: from, mean: mean}
	for k := from; float64(k) <= mean+8*sd; k++ {
		s.p = append(s.p, below(float64(k)+0.5)-below(float64(k)-0.5))
	}
	return s
}

// shortest returns the shortest range of numbers whose probability is at least the
// share; of ranges of one length the likeliest.
func (s distribution) shortest(share float64) (low, high int) {
	upTo := make([]float64, len(s.p)+1)
	for i, p := range s.p {
		upTo[i+1] = upTo[i] + p
	}
	length, best := len(s.p)+1, 0.0
	low, high = s.from, s.from+len(s.p)-1
	for from := range s.p {
		to, _ := slices.BinarySearch(upTo, upTo[from]+share-1e-9)
		if to > len(s.p) {
			break
		}
		if held := upTo[to] - upTo[from]; to-from < length || to-from == length && held > best+1e-12 {
			length, best = to-from, held
			low, high = s.from+from, s.from+to-1
		}
	}
	return low, high
}

// atLeast returns the probability of n or more.
func (s distribution) atLeast(n int) float64 {
	sum := 0.0
	for k := max(0, n-s.from); k < len(s.p); k++ {
		sum += s.p[k]
	}
	return min(1, sum)
}
