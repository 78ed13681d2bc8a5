package goals

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

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

// Portfolio computes the ratios and the structure over any selection; large is the 大项目
// threshold in 元, 0 for the standard one. It returns a KindForbidden error unless the
// actor reads reports.
func (s *CockpitService) Portfolio(ctx context.Context, actor domain.Actor, f reporting.ReportFilter,
	large domain.Yuan) (Portfolio, error) {
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
			if on, ok := c.Reached[stage]; ok && !on.Latest().After(day) {
				c.Stage = stage
			}
		}
		out = append(out, c)
	}
	return out
}
