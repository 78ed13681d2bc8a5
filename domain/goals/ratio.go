// Package goals holds what a county measures itself by: the four ratios, the
// structure of its projects, colours by rule, and what looks false.
package goals

import (
	"sangu/domain"
	"sangu/domain/library"
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
		if c.Stage == "" || !c.EndedOn.IsZero() && !c.EndedOn.Latest().After(on) {
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
