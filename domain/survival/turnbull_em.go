package survival

import (
	"errors"
	"math"
)

// Where the search for the maximum ends: each condition of Karush, Kuhn and Tucker
// holds within a tolerance, or rounds have run out. With late entry the maximum may be
// flat, and the tolerance is what the fifth decimal needs.
const (
	kktTolerance = 1e-10
	kktLateEntry = 1e-8
	rounds       = 300
	emSteps      = 120
)

// ErrNotConverged says that the maximum was not found within the tolerance.
var ErrNotConverged = errors.New("the maximum likelihood estimate has not converged")

// maximize returns the masses of the maximum, and how far they are from meeting its
// conditions. Without late entry the likelihood is strictly concave in the masses
// (the cells that end at each right end of an interval make its matrix triangular, so
// its columns are independent): the conditions prove the one maximum there is. With
// late entry it is not concave, and they prove a stationary point, reached from equal
// masses. It returns ErrNotConverged if the conditions are not met.
func (l *likelihood) maximize() (p []float64, gap float64, err error) {
	m := len(l.cells)
	p = make([]float64, m)
	for j := range p {
		p[j] = 1 / float64(m)
	}
	for range rounds {
		p = l.accelerated(p)
		if gap = l.gap(p, l.gradient(p)); gap <= l.tolerance() {
			return p, gap, nil
		}
		if q := normalized(l.newton(p)); l.value(q) >= l.value(p)-1e-9 {
			p = q
		}
		g := l.gradient(p)
		if gap = l.gap(p, g); gap <= l.tolerance() {
			return p, gap, nil
		}
		p = l.reenter(p, g)
	}
	return nil, gap, ErrNotConverged
}

func (l *likelihood) tolerance() float64 {
	if l.late {
		return kktLateEntry
	}
	return kktTolerance
}

// gap returns by how much the conditions of the maximum are missed: the largest
// gradient, and the largest distance of the gradient from 0 where there is mass. With
// late entry a gradient counts by the mass that it could move, as mass may fade for
// ever there.
func (l *likelihood) gap(p, g []float64) float64 {
	worst, sums := 0.0, l.sums(p)
	for j := range p {
		switch {
		case l.late:
			worst = max(worst, sums[0][j]*g[j], p[j]*math.Abs(g[j]))
		case p[j] > 0:
			worst = max(worst, math.Abs(g[j]))
		default:
			worst = max(worst, g[j])
		}
	}
	return worst
}

// reenter gives a little mass to the empty cell that promises most, if any does.
func (l *likelihood) reenter(p, g []float64) []float64 {
	best := -1
	for j := range p {
		if p[j] == 0 && g[j] > 0 && (best < 0 || g[j] > g[best]) {
			best = j
		}
	}
	if best < 0 {
		return p
	}
	before := l.value(p)
	for share := 1e-2; share > 1e-14; share /= 4 {
		q := make([]float64, len(p))
		for j := range p {
			q[j] = p[j] * (1 - share)
		}
		q[best] += share
		if l.value(q) > before {
			return q
		}
	}
	return p
}

// em is one step of self-consistency (Turnbull 1976): the expected number in each
// cell given the masses, and from it the masses. With late entry they follow from the
// product limit of expected numbers over those at risk, cells in the order of time.
func (l *likelihood) em(p []float64) []float64 {
	expected := l.ascent(p)
	for j := range expected {
		expected[j] *= p[j]
	}
	if !l.late {
		for j := range expected {
			expected[j] /= l.total
		}
		return expected
	}
	left, gone := 1.0, 0.0
	for j, d := range expected {
		atRisk := l.entered[j] - gone
		gone += d
		if atRisk <= 0 {
			expected[j] = 0
			continue
		}
		expected[j] = left * math.Min(1, d/atRisk)
		left -= expected[j]
	}
	return expected
}

// accelerated takes steps of self-consistency, two at a time and then as far on as
// they point (SQUAREM, Varadhan and Roland 2008), but never where it is less likely.
func (l *likelihood) accelerated(p []float64) []float64 {
	for range emSteps {
		first := l.em(p)
		second := l.em(first)
		r, v := 0.0, 0.0
		for j := range p {
			r += sq(first[j] - p[j])
			v += sq(second[j] - 2*first[j] + p[j])
		}
		if v == 0 || r == 0 {
			return second
		}
		step := math.Max(1, math.Sqrt(r/v))
		q, sum := make([]float64, len(p)), 0.0
		for j := range p {
			q[j] = p[j] + 2*step*(first[j]-p[j]) + step*step*(second[j]-2*first[j]+p[j])
			if q[j] <= 0 {
				q[j] = second[j]
			}
			sum += q[j]
		}
		for j := range q {
			q[j] /= sum
		}
		p = second
		if q = l.em(q); l.value(q) >= l.value(second) {
			p = q
		}
	}
	return p
}

// normalized returns masses that add up to 1, which they do but for rounding.
func normalized(p []float64) []float64 {
	sum := 0.0
	for _, x := range p {
		sum += x
	}
	out := make([]float64, len(p))
	for j, x := range p {
		out[j] = x / sum
	}
	return out
}

func sq(x float64) float64 { return x * x }
