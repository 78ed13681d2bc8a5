package api

import (
	"context"

	"sangu/domain"
	"sangu/domain/pipeline"
	"sangu/domain/pool"
)

type gateWire struct {
	Stage      string         `json:"stage" validate:"required,max=20"`
	Needs      []gateNeedWire `json:"needs" required:"true" validate:"max=20,dive"`
	NotCounted []string       `json:"not_counted" required:"true" validate:"max=20,dive,max=100"`
}

type gateNeedWire struct {
	Field    string   `json:"field" validate:"max=40"`
	Evidence string   `json:"evidence" validate:"max=40"`
	Visit    bool     `json:"visit"`
	AnyOf    []string `json:"any_of" required:"true" validate:"max=10,dive,max=40"`
}

type gatesWire struct {
	Items []gateWire `json:"items" required:"true" validate:"max=20,dive"`
}

func (a *API) gates(ctx context.Context, _ domain.Actor, _ struct{}) (gatesWire, error) {
	gates, err := a.Pipeline.Gates(ctx)
	out := gatesWire{Items: []gateWire{}}
	for _, g := range gates {
		w := gateWire{Stage: string(g.Stage), Needs: []gateNeedWire{}, NotCounted: append([]string{}, g.NotCounted...)}
		for _, r := range g.Needs {
			w.Needs = append(w.Needs, gateNeedWire{r.Field, r.Evidence, r.Visit, append([]string{}, r.AnyOf...)})
		}
		out.Items = append(out.Items, w)
	}
	return out, err
}

func (a *API) setGates(ctx context.Context, actor domain.Actor, in gatesWire) (gatesWire, error) {
	var gates pipeline.Gates
	for _, w := range in.Items {
		g := pipeline.Gate{Stage: pool.Stage(w.Stage), NotCounted: w.NotCounted}
		for _, r := range w.Needs {
			g.Needs = append(g.Needs, pipeline.Requirement{Field: r.Field, Evidence: r.Evidence, Visit: r.Visit, AnyOf: r.AnyOf})
		}
		gates = append(gates, g)
	}
	if err := a.Pipeline.SetGates(ctx, actor, gates); err != nil {
		return gatesWire{}, err
	}
	return a.gates(ctx, actor, struct{}{})
}
