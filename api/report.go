package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/pipeline"
)

type tallyOut struct {
	Count  int         `json:"count" required:"true"`
	Amount domain.Yuan `json:"amount" required:"true" description:"元"`
}

func tallyFrom(t pipeline.Tally) tallyOut { return tallyOut{t.Count, t.Amount} }

type funnelOut struct {
	Until  domain.Date   `json:"until" required:"true"`
	Stages []funnelStage `json:"stages" required:"true"`
	Over   tallyOut      `json:"over" required:"true" description:"lost, terminated or exited"`
}

type funnelStage struct {
	Stage   string   `json:"stage" required:"true"`
	Reached tallyOut `json:"reached" required:"true" description:"has come at least this far"`
	Now     tallyOut `json:"now" required:"true" description:"stands here and goes on"`
}

func (a *API) funnel(ctx context.Context, actor domain.Actor, in projectFilter) (funnelOut, error) {
	f, err := a.Reports.Funnel(ctx, actor, pipeline.ReportFilter{Projects: in.filter()})
	out := funnelOut{Until: f.Until, Over: tallyFrom(f.Over), Stages: []funnelStage{}}
	for _, s := range f.Stages {
		out.Stages = append(out.Stages, funnelStage{string(s.Stage), tallyFrom(s.Reached), tallyFrom(s.Now)})
	}
	return out, err
}

type conversionIn struct {
	projectFilter
	By    string      `query:"by" validate:"omitempty,oneof=all unit leader chain channel month"`
	Until domain.Date `query:"until" description:"the cut-off: what had happened by then"`
}

type rateOut struct {
	Numerator   int64    `json:"numerator" required:"true"`
	Denominator int64    `json:"denominator" required:"true"`
	Value       *float64 `json:"value" required:"true" description:"null where the denominator is zero"`
}

func rateFrom(r pipeline.Rate) rateOut {
	out := rateOut{Numerator: r.Numerator, Denominator: r.Denominator}
	if r.Known {
		out.Value = &r.Value
	}
	return out
}

type presetOut struct {
	Key         string  `json:"key" required:"true"`
	Numerator   string  `json:"numerator_stage" required:"true"`
	Denominator string  `json:"denominator_stage" required:"true"`
	Count       rateOut `json:"count" required:"true"`
	Amount      rateOut `json:"amount" required:"true"`
}

type signingOut struct {
	Key          string      `json:"key" required:"true"`
	Name         string      `json:"name" required:"true"`
	Signed       tallyOut    `json:"signed" required:"true"`
	Fulfilling   tallyOut    `json:"fulfilling" required:"true"`
	Started      tallyOut    `json:"started" required:"true"`
	InProduction tallyOut    `json:"in_production" required:"true"`
	Terminated   tallyOut    `json:"terminated" required:"true"`
	Funds        domain.Yuan `json:"funds" required:"true"`
	Rates        []presetOut `json:"rates" required:"true"`
}

func signingFrom(s pipeline.Signing) signingOut {
	out := signingOut{s.Key, s.Name, tallyFrom(s.Signed), tallyFrom(s.Fulfilling), tallyFrom(s.Started), tallyFrom(s.InProduction), tallyFrom(s.Terminated), s.Funds, []presetOut{}}
	for _, r := range s.Rates() {
		out.Rates = append(out.Rates, presetOut{r.Key, string(r.Preset.Numerator), string(r.Preset.Denominator), rateFrom(r.Count), rateFrom(r.Amount)})
	}
	return out
}

type curvePoint struct {
	Months     float64  `json:"months" required:"true"`
	AtRisk     int      `json:"at_risk" required:"true"`
	Waiting    float64  `json:"waiting" required:"true"`
	Started    float64  `json:"started" required:"true"`
	Lower      *float64 `json:"lower" required:"true"`
	Upper      *float64 `json:"upper" required:"true"`
	Terminated float64  `json:"terminated" required:"true"`
	Indicative bool     `json:"indicative" required:"true" description:"fewer than five were still waiting"`
}

func curvePointFrom(p pipeline.CurvePoint) curvePoint {
	return curvePoint{p.Months, p.AtRisk, p.Waiting, p.Started, p.Lower, p.Upper, p.Terminated, p.Indicative}
}

type curveOut struct {
	N          int          `json:"n" required:"true"`
	Started    int          `json:"started" required:"true"`
	Terminated int          `json:"terminated" required:"true"`
	Waiting    int          `json:"waiting" required:"true"`
	Points     []curvePoint `json:"points" required:"true" description:"empty where fewer than ten were signed"`
	AtMonths   []curvePoint `json:"at_months" required:"true"`
}

type conversionOut struct {
	Until  domain.Date  `json:"until" required:"true"`
	By     string       `json:"by" required:"true"`
	Total  signingOut   `json:"total" required:"true"`
	Groups []signingOut `json:"groups" required:"true"`
	Curve  curveOut     `json:"curve" required:"true"`
}

func (a *API) conversion(ctx context.Context, actor domain.Actor, in conversionIn) (conversionOut, error) {
	by := pipeline.Grouping(first(in.By, string(pipeline.ByAll)))
	c, err := a.Reports.Conversion(ctx, actor, pipeline.ReportFilter{Projects: in.filter(), Until: in.Until}, by)
	return conversionOut{c.Until, string(c.By), signingFrom(c.Total), each(c.Groups, signingFrom),
		curveOut{c.Curve.N, c.Curve.Started, c.Curve.Terminated, c.Curve.Waiting, each(c.Curve.Points, curvePointFrom), each(c.Curve.AtMonths, curvePointFrom)}}, err
}
