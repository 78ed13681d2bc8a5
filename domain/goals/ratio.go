// Package goals holds what a county measures itself by: the four ratios, the
// structure of its projects, colours by rule, and what looks false.
package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// LargeProject is the 大项目 threshold unless another is asked for: 1 亿元.
const LargeProject = domain.Yi

// Pair is what there is too much of over what there is too little of, by count
// and by amount in 元 (R12).
type Pair struct {
	Many, Few Of
	Count     reporting.Rate
	Amount    reporting.Rate
}

// Of is one side of a pair.
type Of struct {
	Count  int
	Amount domain.Yuan
}

// Ratios are 四多四少: 意向 ÷ 落地, small ÷ large, non-industrial ÷ industrial, not
// high-tech ÷ high-tech. Landed is signed or further: the contract is binding.
type Ratios struct {
	On        domain.Date
	N         int
	Intent    Pair
	Small     Pair
	General   Pair
	Extensive Pair
	// FewShare is the share of the few in all, as the speech says it: one of 16.
	Industrial reporting.Rate
	HighTech   reporting.Rate
}

// RatiosOf computes the ratios over projects as they stood on a day; those that
// had ended, and those that nobody had put in a stage, are left out.
func RatiosOf(cases []reporting.ProjectSnapshot, on domain.Date, large domain.Yuan) Ratios {
	r := Ratios{On: on}
	for _, c := range cases {
		if c.Stage == "" || !c.EndedOn.IsZero() && !c.EndedOn.After(on) {
			continue
		}
		r.N++
		var sum domain.Yuan
		if c.TotalInvestment != nil {
			sum = *c.TotalInvestment
		}
		r.Intent.put(!c.Stage.Reached(library.Signed), sum)
		if c.TotalInvestment != nil {
			r.Small.put(sum < large, sum)
		}
		r.General.put(!c.Industrial(), sum)
		r.Extensive.put(!c.HighTech, sum)
	}
	for _, p := range []*Pair{&r.Intent, &r.Small, &r.General, &r.Extensive} {
		p.Count, p.Amount = reporting.RateOf(int64(p.Many.Count), int64(p.Few.Count)), reporting.RateOf(int64(p.Many.Amount), int64(p.Few.Amount))
	}
	r.Industrial = reporting.RateOf(int64(r.General.Few.Count), int64(r.N))
	r.HighTech = reporting.RateOf(int64(r.Extensive.Few.Count), int64(r.N))
	return r
}

func (p *Pair) put(many bool, sum domain.Yuan) {
	side := &p.Few
	if many {
		side = &p.Many
	}
	side.Count++
	side.Amount += sum
}

// Structure is the portfolio (R10, R33): number, total and median size, key
// levels, and horizon by size.
type Structure struct {
	N             int
	Total, Median domain.Yuan
	Levels        map[string]int
	// Tiers counts size tiers A, B, C and "" for unknown; Matrix by horizon.
	Tiers  map[string]int
	Matrix []StructureCell
}

// StructureCell is one cell of horizon × size.
type StructureCell struct {
	Horizon, Tier string
	Of
}

// StructureOf describes the projects that go on.
func StructureOf(cases []reporting.ProjectSnapshot) Structure {
	s := Structure{Levels: map[string]int{}, Tiers: map[string]int{}}
	var sizes []domain.Yuan
	at := map[[2]string]int{}
	for _, c := range cases {
		if c.Status.Over() {
			continue
		}
		s.N++
		if c.KeyLevel != "" {
			s.Levels[c.KeyLevel]++
		}
		var sum domain.Yuan
		if c.TotalInvestment != nil {
			sum = *c.TotalInvestment
			sizes = append(sizes, sum)
		}
		s.Total += sum
		tier := library.ProjectFacts{TotalInvestment: c.TotalInvestment}.SizeTier()
		s.Tiers[tier]++
		k, ok := at[[2]string{c.Horizon, tier}]
		if !ok {
			k = len(s.Matrix)
			at[[2]string{c.Horizon, tier}] = k
			s.Matrix = append(s.Matrix, StructureCell{Horizon: c.Horizon, Tier: tier})
		}
		s.Matrix[k].Count++
		s.Matrix[k].Amount += sum
	}
	s.Median = median(sizes)
	return s
}

// Portfolio is the ratios of now and of eight quarter ends back, and the
// structure.
type Portfolio struct {
	reporting.Basis
	Now       Ratios
	Trend     []Ratios
	Structure Structure
}

// Quarters is how many quarter ends the ratios look back.
const Quarters = 8

// Portfolios is the service of what a county measures itself by.
type Portfolios struct {
	Reports *reporting.Reports
	Store   SuspicionStore
	Schemes SchemeStore
	Keeper  *TotalsProjection // nil where nothing is maintained
	Days    calendar.Calendar
	Work    domain.Work
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// Portfolio computes the ratios and the structure over any selection.
func (s *Portfolios) Portfolio(ctx context.Context, actor domain.Actor, f reporting.ReportFilter, large domain.Yuan) (Portfolio, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return Portfolio{}, err
	}
	if large <= 0 {
		large = LargeProject
	}
	cases, basis, err := s.Reports.Snapshots(ctx, actor, f)
	if err != nil {
		return Portfolio{}, err
	}
	day := basis.Until
	p := Portfolio{Basis: basis, Now: RatiosOf(cases, day, large), Structure: StructureOf(cases)}
	for range Quarters {
		day = quarterEndBefore(day)
		p.Trend = append([]Ratios{RatiosOf(stoodOn(cases, day), day, large)}, p.Trend...)
	}
	return p, nil
}

// quarterEndBefore is the last day of the quarter before d's.
func quarterEndBefore(d domain.Date) domain.Date {
	first, _ := domain.NewDate(d.Year(), (d.Month()-1)/3*3+1, 1)
	return first.AddDays(-1)
}

// stoodOn takes projects back to how far they had come by an earlier day.
func stoodOn(cases []reporting.ProjectSnapshot, day domain.Date) []reporting.ProjectSnapshot {
	out := make([]reporting.ProjectSnapshot, 0, len(cases))
	for _, c := range cases {
		c.Stage = ""
		for _, stage := range library.Stages() {
			if on, ok := c.Reached[stage]; ok && !on.After(day) {
				c.Stage = stage
			}
		}
		out = append(out, c)
	}
	return out
}

func median(sizes []domain.Yuan) domain.Yuan {
	if len(sizes) == 0 {
		return 0
	}
	sorted := append([]domain.Yuan{}, sizes...)
	slices.Sort(sorted)
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}

// Completion is a target's completion beside the even pace (domain.md §5.3).
type Completion struct {
	Actual, Target int64
	Done           reporting.Rate
	Pace           float64 // share of the period that has gone
	// Gap is Done − Pace in percentage points: above 0 ahead 超进度, below behind.
	Gap float64
}

// CompletionOf compares an actual with a target after some months of twelve.
func CompletionOf(actual, target int64, months float64) Completion {
	c := Completion{Actual: actual, Target: target, Done: reporting.RateOf(actual, target), Pace: months / 12}
	if c.Done.Known {
		c.Gap = (c.Done.Value - c.Pace) * 100
	}
	return c
}
