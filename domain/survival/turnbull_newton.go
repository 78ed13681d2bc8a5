package survival

import "math"

// newtonSteps is after how many steps Newton's method gives up: it usually needs ten.
const newtonSteps = 80

// newton improves masses that self-consistency has brought near the maximum. It
// climbs Σ n_i·log P(A_i) − n·Σ p_j, whose maximum over masses that are not negative
// has Σ p_j = 1 by itself, by projected Newton steps among the cells with mass. With
// late entry Σ n_i·log P(B_i) stands in the place of n·Σ p_j: a factor in all masses
// then makes no difference.
func (l *likelihood) newton(p []float64) []float64 {
	p = l.withoutTraces(p)
	value := l.penalized(p)
	for range newtonSteps {
		g := l.climb(p)
		if l.gap(p, g) <= l.tolerance()/100 {
			return p
		}
		q, next, ok := l.search(p, l.direction(p, g), value)
		if !ok {
			return p
		}
		p, value = q, next
	}
	return p
}

// withoutTraces takes away the masses that are fading.
func (l *likelihood) withoutTraces(p []float64) []float64 {
	q := make([]float64, len(p))
	g := l.climb(p)
	for j := range p {
		if p[j] > 1e-6/float64(len(p)) || g[j] >= -1e-6 {
			q[j] = p[j]
		}
	}
	if math.IsInf(l.penalized(q), -1) {
		return p
	}
	return q
}

// penalized returns the value that newton climbs, divided by n.
func (l *likelihood) penalized(p []float64) float64 {
	v := l.value(p) / l.total
	if l.late {
		return v
	}
	return v - l.sums(p)[0][0]
}

// climb returns the gradient of penalized.
func (l *likelihood) climb(p []float64) []float64 {
	if l.late {
		return l.gradient(p)
	}
	g := l.ascent(p)
	for j := range g {
		g[j] = g[j]/l.total - 1
	}
	return g
}

// search goes along a direction, halving, until it is no lower; cells that would
// fall below 0 are emptied. Near the maximum a change is less than rounding.
func (l *likelihood) search(p, d []float64, value float64) (q []float64, next float64, ok bool) {
	slack := 1e-14 * (1 + math.Abs(value))
	for step := 1.0; step > 1e-12; step /= 2 {
		q = make([]float64, len(p))
		for j := range p {
			q[j] = math.Max(0, p[j]+step*d[j])
		}
		if next = l.penalized(q); next >= value-slack {
			return q, next, true
		}
	}
	return p, value, false
}

// direction solves H·d = g among the cells with mass, by conjugate gradients with the
// diagonal as preconditioner. H = Σ n_i·a_i·a_iᵀ/P(A_i)² is never written down: its
// product with a vector is two passes over the subjects. With late entry H has the like
// of B taken away and may curve the wrong way: then what has been found by there is the
// direction, which climbs in any case.
func (l *likelihood) direction(p, g []float64) []float64 {
	sums := l.sums(p)
	weight := func(r run) float64 { return ratio(r.n/l.total, sq(l.over(r, p, sums))) }
	diagonal := l.spread(weight)
	m := len(p)
	d, residual, z, along := make([]float64, m), make([]float64, m), make([]float64, m), make([]float64, m)
	support := 0
	for j := range p {
		if p[j] > 0 && diagonal[j] > 0 {
			residual[j] = g[j]
			z[j] = g[j] / diagonal[j]
			support++
		}
	}
	copy(along, z)
	rz := dot(residual, z)
	enough := rz * 1e-26
	for range 2*support + 10 {
		if rz <= enough {
			break
		}
		alongSums := l.sums(along)
		h := l.spread(func(r run) float64 { return weight(r) * l.over(r, along, alongSums) })
		if l.late {
			l.discount(h, func(r run) float64 {
				return ratio(r.n/l.total, sq(sums[0][r.from])) * alongSums[0][r.from]
			})
		}
		curvature := dot(along, h)
		if curvature <= 0 {
			break
		}
		step := rz / curvature
		for j := range p {
			if along[j] != 0 || z[j] != 0 {
				d[j] += step * along[j]
				residual[j] -= step * h[j]
				z[j] = residual[j] / diagonal[j]
			}
		}
		before := rz
		rz = dot(residual, z)
		for j := range p {
			along[j] = z[j] + rz/before*along[j]
		}
	}
	return d
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
