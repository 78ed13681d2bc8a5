package survival

import (
	"cmp"
	"math"
	"slices"
)

// likelihood is the log likelihood of the masses of Turnbull intervals. A subject
// with an event is somewhere in a run of its cause's cells, one that is censored in
// any cell from one on; one that entered late is known to be in a cell from one on.
//
//	ℓ(p) = Σ n_i·log P(A_i) − Σ n_i·log P(B_i)
type likelihood struct {
	cells   []TurnbullInterval
	byCause [][]int // the cells of each cause, by cause
	runs    []run
	total   float64
	entered []float64 // how many had come in before each cell
	late    bool
}

// run is a kind of subjects that are alike: how many, the first and last place in
// its cause's cells (of all cells for cause 0), and the first cell it could be in
// at all.
type run struct {
	n           float64
	cause       int
	first, last int
	from        int
}

func newLikelihood(obs []IntervalObservation, causes int) *likelihood {
	l := &likelihood{cells: cells(obs, causes), byCause: make([][]int, causes+1)}
	for j, c := range l.cells {
		l.byCause[0] = append(l.byCause[0], j)
		if c.Cause > 0 {
			l.byCause[c.Cause] = append(l.byCause[c.Cause], j)
		}
	}
	alike := map[run]float64{}
	for _, o := range obs {
		r := run{cause: o.Event}
		begins := o.leftEnd()
		if o.Event == 0 {
			begins.kind = leftExcluded
		}
		r.first = l.place(o.Event, begins)
		r.last = len(l.byCause[o.Event]) - 1
		if o.Event > 0 {
			r.last = l.place(o.Event, end{t: o.Latest, kind: leftExcluded}) - 1
		}
		if o.Entry > 0 {
			r.from, l.late = l.place(0, end{t: o.Entry, kind: leftExcluded}), true
		}
		alike[r] += float64(o.count())
	}
	for r, n := range alike {
		r.n = n
		l.runs = append(l.runs, r)
		l.total += n
	}
	// In one order, so that equal data give equal digits.
	slices.SortFunc(l.runs, compareRuns)
	l.entered = make([]float64, len(l.cells))
	for _, r := range l.runs {
		if r.from < len(l.cells) {
			l.entered[r.from] += r.n
		}
	}
	for j := 1; j < len(l.entered); j++ {
		l.entered[j] += l.entered[j-1]
	}
	return l
}

// place returns how many of a cause's cells begin before an end. Both the begins and
// the middles of one cause's cells are in order, and no cell lies across a censoring
// or an entry.
func (l *likelihood) place(cause int, e end) int {
	n, _ := slices.BinarySearchFunc(l.byCause[cause], e, func(j int, e end) int {
		if cause == 0 {
			return cmp.Compare(l.cells[j].Middle(), math.Nextafter(e.t, math.Inf(1)))
		}
		if compareEnds(l.cells[j].leftEnd(), e) < 0 {
			return -1
		}
		return 1
	})
	return n
}

// sums returns running sums of values over the cells of each cause: of the first i
// of them, and for cause 0 of all from i on, which keeps the digits of a small rest.
func (l *likelihood) sums(values []float64) [][]float64 {
	out := make([][]float64, len(l.byCause))
	for k, cells := range l.byCause {
		out[k] = make([]float64, len(cells)+1)
		for i, j := range cells {
			out[k][i+1] = out[k][i] + values[j]
		}
	}
	rest := out[0]
	rest[len(values)] = 0
	for j := len(values) - 1; j >= 0; j-- {
		rest[j] = rest[j+1] + values[j]
	}
	return out
}

// over returns the sum of values over a run, given their running sums. Where a
// difference of sums would lose digits the cells themselves are read.
func (l *likelihood) over(r run, values []float64, sums [][]float64) float64 {
	switch {
	case r.cause == 0:
		return sums[0][r.first]
	case r.first == r.last:
		return values[l.byCause[r.cause][r.first]]
	}
	if d := sums[r.cause][r.last+1] - sums[r.cause][r.first]; d > 1e-6*sums[r.cause][r.last+1] {
		return d
	}
	sum := 0.0
	for _, j := range l.byCause[r.cause][r.first : r.last+1] {
		sum += values[j]
	}
	return sum
}

// ratio returns n over a probability; who is in what has faded to nothing counts no
// more.
func ratio(n, probability float64) float64 {
	if probability <= 0 {
		return 0
	}
	return n / probability
}

// spread is the transpose of over: it adds a weight of each run to all its cells.
func (l *likelihood) spread(weight func(r run) float64) []float64 {
	changes := make([][]float64, len(l.byCause))
	for k, cells := range l.byCause {
		changes[k] = make([]float64, len(cells)+1)
	}
	for _, r := range l.runs {
		w := weight(r)
		changes[r.cause][r.first] += w
		changes[r.cause][r.last+1] -= w
	}
	out := make([]float64, len(l.cells))
	for k, cells := range l.byCause {
		sum := 0.0
		for i, j := range cells {
			sum += changes[k][i]
			out[j] += sum
		}
	}
	return out
}

// value returns ℓ(p). Who came in where no mass is left says nothing: nobody else waits
// by then.
func (l *likelihood) value(p []float64) float64 {
	sums, v := l.sums(p), 0.0
	for _, r := range l.runs {
		known := sums[0][r.from]
		if known <= 0 {
			continue
		}
		v += r.n * math.Log(math.Max(0, l.over(r, p, sums)))
		if l.late {
			v -= r.n * math.Log(known)
		}
	}
	return v
}

// ascent returns Σ n_i·1(j∈A_i)/P(A_i) for each cell j: p_j times it is the expected
// number of subjects in the cell.
func (l *likelihood) ascent(p []float64) []float64 {
	sums := l.sums(p)
	return l.spread(func(r run) float64 { return ratio(r.n, l.over(r, p, sums)) })
}

// gradient returns ∂ℓ/∂p_j ÷ n. By the conditions of Karush, Kuhn and Tucker it is 0
// where the maximum has mass and nowhere above 0.
func (l *likelihood) gradient(p []float64) []float64 {
	g := l.ascent(p)
	sums := l.sums(p)
	l.discount(g, func(r run) float64 { return ratio(r.n, sums[0][r.from]) })
	for j := range g {
		g[j] /= l.total
	}
	return g
}

// discount takes a weight of each run away from all cells that the run could be in.
func (l *likelihood) discount(values []float64, weight func(r run) float64) {
	changes := make([]float64, len(values)+1)
	for _, r := range l.runs {
		changes[r.from] += weight(r)
	}
	sum := 0.0
	for j := range values {
		sum += changes[j]
		values[j] -= sum
	}
}

func compareRuns(a, b run) int {
	return cmp.Or(
		cmp.Compare(a.cause, b.cause), cmp.Compare(a.first, b.first),
		cmp.Compare(a.last, b.last), cmp.Compare(a.from, b.from))
}
