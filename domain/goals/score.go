package goals

import "math"

// Method is how an item of a scheme turns what was done into points
// (domain.md §5.4).
type Method string

// The methods.
const (
	Proportional Method = "proportional" // points × actual ÷ target, capped
	Weighted     Method = "weighted"     // points × (½ number + ½ amount), each ÷ its target, capped
	Stepped      Method = "step"         // points less PerUnit for each one missing, not below 0
	Efficacy     Method = "efficacy"     // 功效系数: (x − min) ÷ (max − min) × 40 + 60, of 100
	Paced        Method = "pace"         // whole where the even pace is kept, else in proportion to it
	ByRate       Method = "rate"         // points × a rate
	Deduction    Method = "deduction"    // points less so much for each fault, not below 0
)

// Methods lists them.
func Methods() []Method {
	return []Method{Proportional, Weighted, Stepped, Efficacy, Paced, ByRate, Deduction}
}

// Deduct takes PerUnit points off for each of a kind of fault.
type Deduct struct {
	Indicator string
	PerUnit   float64
}

// ScoreItem is one item of a scheme.
type ScoreItem struct {
	Name   string
	Method Method
	Points float64
	// Indicator is what is measured; Second the amount that goes with a number.
	Indicator, Second string
	// Cap is the most that is given, as a share of Points; 0 is 1.
	Cap float64
	// PerUnit is the points that one missing costs.
	PerUnit float64
	Faults  []Deduct
}

// Achieved is a unit's actual figure with its target; Known is false where there
// is no target or no rate.
type Achieved struct {
	Actual, Target float64
	Known          bool
	// Unsure is how many more may be of the year: their days are not known so well.
	Unsure int
}

// Scored is an item's points with what they came from.
type Scored struct {
	Item   ScoreItem
	Known  bool // false where there is nothing to score by: then it counts neither way
	Points float64
	First  Achieved
	Second Achieved
	Faults []float64 // how many of each
}

// Score scores one item for a unit. all are the figures of every unit, for the
// method that sets them side by side; months is how much of the year has gone.
func (i ScoreItem) Score(own map[string]Achieved, all []map[string]Achieved, months float64) Scored {
	s := Scored{Item: i, First: own[i.Indicator], Second: own[i.Second]}
	most := i.Points
	if i.Cap > 0 {
		most *= i.Cap
	}
	share := func(a Achieved) float64 { return a.Actual / a.Target }
	switch i.Method {
	case Proportional:
		if s.Known = s.First.Known; s.Known {
			s.Points = min(most, i.Points*share(s.First))
		}
	case Weighted:
		if s.Known = s.First.Known && s.Second.Known; s.Known {
			s.Points = min(most, i.Points*(share(s.First)/2+share(s.Second)/2))
		}
	case Stepped:
		if s.Known = s.First.Known; s.Known {
			s.Points = max(0, i.Points-i.PerUnit*max(0, math.Ceil(s.First.Target-s.First.Actual)))
		}
	case Paced:
		if s.Known = s.First.Known; s.Known {
			s.Points = i.Points * min(1, share(s.First)/(months/12))
		}
	case ByRate:
		if s.Known = s.First.Known; s.Known {
			s.Points = i.Points * s.First.Actual
		}
	case Efficacy:
		s.Known = true
		s.Points = i.Points * efficacy(s.First.Actual, i.Indicator, all) / 100
	case Deduction:
		s.Known, s.Points = true, i.Points
		for _, f := range i.Faults {
			n := own[f.Indicator].Actual
			s.Faults = append(s.Faults, n)
			s.Points -= n * f.PerUnit
		}
		s.Points = max(0, s.Points)
	}
	return s
}

// efficacy is the coefficient of a figure among those of all units; where all
// are equal everybody has 100.
func efficacy(x float64, indicator string, all []map[string]Achieved) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, u := range all {
		low, high = min(low, u[indicator].Actual), max(high, u[indicator].Actual)
	}
	if high <= low {
		return 100
	}
	return (x-low)/(high-low)*40 + 60
}
