package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/goals"
)

type pairOut struct {
	Many   tallyOut `json:"many" required:"true"`
	Few    tallyOut `json:"few" required:"true"`
	Count  rateOut  `json:"count" required:"true" description:"many ÷ few"`
	Amount rateOut  `json:"amount" required:"true"`
}

func pairFrom(p goals.Pair) pairOut {
	return pairOut{tallyOut{p.Many.Count, p.Many.Amount}, tallyOut{p.Few.Count, p.Few.Amount}, rateFrom(p.Count), rateFrom(p.Amount)}
}

type ratiosOut struct {
	On         domain.Date `json:"on" required:"true"`
	N          int         `json:"n" required:"true"`
	Intent     pairOut     `json:"intent" required:"true" description:"意向 ÷ 落地"`
	Small      pairOut     `json:"small" required:"true" description:"below ÷ at or above the large threshold"`
	General    pairOut     `json:"general" required:"true" description:"non-industrial ÷ industrial"`
	Extensive  pairOut     `json:"extensive" required:"true" description:"not high-tech ÷ high-tech"`
	Industrial rateOut     `json:"industrial_share" required:"true"`
	HighTech   rateOut     `json:"high_tech_share" required:"true"`
}

func ratiosFrom(r goals.Ratios) ratiosOut {
	return ratiosOut{r.On, r.N, pairFrom(r.Intent), pairFrom(r.Small), pairFrom(r.General), pairFrom(r.Extensive), rateFrom(r.Industrial), rateFrom(r.HighTech)}
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
	projectFilter
	reportQuery
	Large domain.Yuan `query:"large" validate:"min=0" description:"the 大项目 threshold, 1亿元 unless said"`
}

type portfolioOut struct {
	basisOut
	Now       ratiosOut    `json:"now" required:"true"`
	Trend     []ratiosOut  `json:"trend" required:"true" description:"eight quarter ends back, oldest first"`
	Structure structureOut `json:"structure" required:"true"`
}

func (a *API) portfolio(ctx context.Context, actor domain.Actor, in portfolioIn) (portfolioOut, error) {
	p, err := a.Portfolios.Portfolio(ctx, actor, in.over(in.projectFilter), in.Large)
	s := p.Structure
	return portfolioOut{basisFrom(p.Basis), ratiosFrom(p.Now), each(p.Trend, ratiosFrom), structureOut{s.N, s.Total, s.Median, s.Levels,
		each(s.Matrix, func(c goals.StructureCell) cellOut { return cellOut{c.Horizon, c.Tier, c.Count, c.Amount} })}}, err
}
