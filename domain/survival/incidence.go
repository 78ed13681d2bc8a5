package survival

import (
	"fmt"
	"math"
	"slices"
)

// Share is a competing cause's cumulative incidence at one event time.
type Share struct {
	F     float64
	SE    float64
	Lower float64 // log–log band; NaN where F is 0 or 1
	Upper float64
}

// Incidence is the state of all at one event time: the share that waits, and
// the share that has met each cause. They always add up to 1.
type Incidence struct {
	Time   float64
	AtRisk int
	Events map[int]int
	S      float64
	Causes map[int]Share
}

// AalenJohansen estimates F_k(t) = Σ S(t_j−)·d_kj/n_j for causes 1 to causes (Aalen
// and Johansen 1978), with its variance and a log–log 95 % interval. S + ΣF is always
// 1. It returns an error for an event of a cause beyond causes and for an invalid time.
func AalenJohansen(obs []Observation, causes int) ([]Incidence, error) {
	for i, o := range obs {
		if o.Event > causes {
			return nil, fmt.Errorf("observation %d has cause %d of %d", i, o.Event, causes)
		}
	}
	ps, err := points(obs)
	if err != nil {
		return nil, err
	}
	s := 1.0
	sums := make([]moments, causes+1)
	out := make([]Incidence, len(ps))
	for i, p := range ps {
		out[i] = Incidence{Time: p.t, AtRisk: p.atRisk, Events: p.events, Causes: map[int]Share{}}
		for k := 1; k <= causes; k++ {
			out[i].Causes[k] = sums[k].add(p, s, p.events[k])
		}
		s *= 1 - float64(p.total)/float64(p.atRisk)
		if p.atRisk == p.total {
			s = 0
		}
		out[i].S = s
	}
	return out, nil
}

// moments are the running sums from which the variance of F follows without a second
// pass: the squares multiplied out of
//
//	Σ (F(t)−F(t_j))²·d_j/(n_j(n_j−d_j)) + Σ S(t_j−)²·(n_j−d_kj)·d_kj/n_j³
//	  − 2·Σ (F(t)−F(t_j))·S(t_j−)·d_kj/n_j²
type moments struct {
	f                 float64
	a, af, aff        float64 // Σ a, Σ a·F, Σ a·F², where a = d/(n(n−d))
	own, cross, crosF float64 // Σ S²(n−dk)dk/n³, Σ S·dk/n², Σ F·S·dk/n²
}

// add adds one event time, with S just before it, and returns F and its standard
// error there.
func (m *moments) add(p point, s float64, events int) Share {
	n, d, dk := float64(p.atRisk), float64(p.total), float64(events)
	m.f += s * dk / n
	if p.atRisk > p.total {
		a := d / (n * (n - d))
		m.a += a
		m.af += a * m.f
		m.aff += a * m.f * m.f
	}
	m.own += s * s * (n - dk) * dk / (n * n * n)
	m.cross += s * dk / (n * n)
	m.crosF += m.f * s * dk / (n * n)
	v := m.f*m.f*m.a - 2*m.f*m.af + m.aff + m.own - 2*(m.f*m.cross-m.crosF)
	return share(m.f, math.Sqrt(math.Max(0, v)))
}

// share returns F with the interval F^exp(±z·SE/(F·ln F)).
func share(f, se float64) Share {
	x := Share{F: f, SE: se, Lower: math.NaN(), Upper: math.NaN()}
	if f > 0 && f < 1 {
		e := Z95 * se / (f * math.Log(f))
		a, b := math.Pow(f, math.Exp(-e)), math.Pow(f, math.Exp(e))
		x.Lower, x.Upper = math.Min(a, b), math.Max(a, b)
	}
	return x
}

// At returns the state at time t: that of the last event time not after it.
func At(curve []Incidence, t float64) Incidence {
	after, _ := slices.BinarySearchFunc(curve, t, func(c Incidence, t float64) int {
		if c.Time > t {
			return 1
		}
		return -1
	})
	if after == 0 {
		return Incidence{S: 1, Causes: map[int]Share{}}
	}
	return curve[after-1]
}

// Chance returns the probability of a cause within h more, for one who has waited u:
// (F(u+h) − F(u)) / S(u). ok is false where nobody waits at u.
func Chance(curve []Incidence, cause int, u, h float64) (p float64, ok bool) {
	now, then := At(curve, u), At(curve, u+h)
	if now.S <= 0 {
		return 0, false
	}
	return (then.Causes[cause].F - now.Causes[cause].F) / now.S, true
}
