package goals

import (
	"context"

	"sangu/api/kit"
	libraryapi "sangu/api/library"
	reportingapi "sangu/api/reporting"
	"sangu/domain"
	"sangu/domain/goals"
)

type pairOut struct {
	Many   reportingapi.TallyOut `json:"many" required:"true"`
	Few    reportingapi.TallyOut `json:"few" required:"true"`
	Count  reportingapi.RateOut  `json:"count" required:"true" description:"many ÷ few"`
	Amount reportingapi.RateOut  `json:"amount" required:"true"`
}

func pairFrom(p goals.Pair) pairOut {
	return pairOut{Many: reportingapi.TallyOut{Count: p.Many.Count, Amount: p.Many.Amount},
		Few: reportingapi.TallyOut{Count: p.Few.Count, Amount: p.Few.Amount}, Count: reportingapi.RateFrom(p.Count),
		Amount: reportingapi.RateFrom(p.Amount)}
}

type ratiosOut struct {
	On         domain.Date          `json:"on" required:"true"`
	N          int                  `json:"n" required:"true"`
	Intent     pairOut              `json:"intent" required:"true" description:"意向 ÷ 落地"`
	Small      pairOut              `json:"small" required:"true" description:"below ÷ at or above the large threshold"`
	General    pairOut              `json:"general" required:"true" description:"non-industrial ÷ industrial"`
	Extensive  pairOut              `json:"extensive" required:"true" description:"not high-tech ÷ high-tech"`
	Industrial reportingapi.RateOut `json:"industrial_share" required:"true"`
	HighTech   reportingapi.RateOut `json:"high_tech_share" required:"true"`
}

func ratiosFrom(r goals.Ratios) ratiosOut {
	return ratiosOut{On: r.On, N: r.N, Intent: pairFrom(r.Intent), Small: pairFrom(r.Small), General: pairFrom(r.General),
		Extensive: pairFrom(r.Extensive), Industrial: reportingapi.RateFrom(r.Industrial), HighTech: reportingapi.RateFrom(r.HighTech)}
}

type cellOut struct {
	Horizon string      `json:"horizon" required:"true"`
	Tier    string      `json:"tier" required:"true" description:"A from 10亿元, B from 1亿元, C below, empty unknown"`
	Count   int         `json:"count" required:"true"`
	Amount  domain.Yuan `json:"amount" required:"true"`
}

type structureOut struct {
	N      int            `json:"n" required:"true"`
	Total  domain.Yuan    `json:"total" required:"true"`
	Median domain.Yuan    `json:"median" required:"true"`
	Levels map[string]int `json:"levels" required:"true"`
	Matrix []cellOut      `json:"matrix" required:"true"`
}

type portfolioIn struct {
	libraryapi.ProjectFilter
	reportingapi.ReportQuery
	Large domain.Yuan `query:"large" validate:"min=0" description:"the 大项目 threshold, 1亿元 unless said"`
}

type portfolioOut struct {
	reportingapi.BasisOut
	Now       ratiosOut    `json:"now" required:"true"`
	Trend     []ratiosOut  `json:"trend" required:"true" description:"eight quarter ends back, oldest first"`
	Structure structureOut `json:"structure" required:"true"`
}

func (a *API) GetPortfolio(ctx context.Context, actor domain.Actor, in portfolioIn) (portfolioOut, error) {
	p, err := a.Cockpit.Portfolio(ctx, actor, in.Over(in.ProjectFilter), in.Large)
	s := p.Structure
	return portfolioOut{BasisOut: reportingapi.BasisFrom(p.Basis), Now: ratiosFrom(p.Now), Trend: kit.Each(p.Trend, ratiosFrom),
		Structure: structureOut{N: s.N, Total: s.Total, Median: s.Median, Levels: s.Levels,
			Matrix: kit.Each(s.Matrix, func(c goals.StructureCell) cellOut {
				return cellOut{Horizon: c.Horizon, Tier: c.Tier, Count: c.Count, Amount: c.Amount}
			})}}, err
}
