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

type conditionWire struct {
	Measure string  `json:"measure" validate:"max=40"`
	Op      string  `json:"op" validate:"max=2"`
	Value   float64 `json:"value"`
	Running int     `json:"running" validate:"min=0,max=24" description:"months in a row"`
	After   string  `json:"after" validate:"max=10" description:"the light before"`
}

type stepWire struct {
	Colour string          `json:"colour" validate:"required,oneof=red yellow blue green"`
	When   []conditionWire `json:"when" validate:"required,max=10,dive"`
	Reason string          `json:"reason" validate:"max=60"`
}

type coloursWire struct {
	Name  string     `json:"name" validate:"required,max=100"`
	Steps []stepWire `json:"steps" validate:"required,max=40,dive"`
	Unfed []string   `json:"unfed,omitempty" description:"told, not set: measures that nothing feeds as yet, whose rules show no data"`
}

func coloursFrom(r goals.RuleSet) coloursWire {
	return coloursWire{r.Name, each(r.Steps, func(s goals.Step) stepWire {
		return stepWire{string(s.Colour), each(s.When, func(c goals.Condition) conditionWire {
			return conditionWire{c.Measure, c.Op, c.Value, c.Running, string(c.After)}
		}), s.Reason}
	}), goals.Unfed()}
}

func (a *API) colourRules(ctx context.Context, _ domain.Actor, _ struct{}) (coloursWire, error) {
	r, err := a.Portfolios.Colours(ctx)
	return coloursFrom(r), err
}

func (a *API) setColourRules(ctx context.Context, actor domain.Actor, in coloursWire) (coloursWire, error) {
	r := goals.RuleSet{Key: "office", Name: in.Name}
	for _, s := range in.Steps {
		step := goals.Step{Colour: goals.Colour(s.Colour), Reason: s.Reason}
		for _, c := range s.When {
			step.When = append(step.When, goals.Condition{Measure: c.Measure, Op: c.Op, Value: c.Value, Running: c.Running, After: goals.Colour(c.After)})
		}
		r.Steps = append(r.Steps, step)
	}
	r, err := a.Portfolios.SetColours(ctx, actor, r)
	return coloursFrom(r), err
}

type lightOut struct {
	caseOut
	Colour   string             `json:"colour" required:"true" description:"red, yellow, blue, green or none for no data"`
	Reason   string             `json:"reason" required:"true"`
	Measured map[string]float64 `json:"measured" required:"true"`
	Unknown  []string           `json:"unknown" required:"true" description:"the measures for want of which there is no data"`
}

func lightFrom(x goals.ProjectLight) lightOut {
	return lightOut{caseFrom(x.Case), string(x.Light.Colour), x.Light.Reason, x.Light.Measured, append([]string{}, x.Light.Unknown...)}
}

type lightsOut struct {
	On     domain.Date    `json:"on" required:"true"`
	Rule   coloursWire    `json:"rule" required:"true"`
	Counts map[string]int `json:"counts" required:"true"`
	Items  []lightOut     `json:"items" required:"true" description:"the worst first, 200 at most"`
}

const mostLights = 200

func lightsFrom(l goals.Lights, most int) lightsOut {
	out := lightsOut{On: l.On, Rule: coloursFrom(l.Rule), Counts: map[string]int{}, Items: []lightOut{}}
	for c, n := range l.Counts {
		out.Counts[string(c)] = n
	}
	for _, x := range l.Items[:min(most, len(l.Items))] {
		out.Items = append(out.Items, lightFrom(x))
	}
	return out
}

type lightsIn struct {
	projectFilter
	reportQuery
	Colour     string `query:"colour" validate:"omitempty,oneof=red yellow blue green none" description:"these alone"`
	OnKeyLists bool   `query:"on_key_lists" description:"projects on lists of key projects alone"`
}

func (a *API) lights(ctx context.Context, actor domain.Actor, in lightsIn) (lightsOut, error) {
	l, err := a.Portfolios.Lights(ctx, actor, in.over(in.projectFilter), goals.LightQuery{Colour: goals.Colour(in.Colour), OnKeyLists: in.OnKeyLists})
	return lightsFrom(l, mostLights), err
}
