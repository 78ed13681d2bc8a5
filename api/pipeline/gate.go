package pipeline

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
)

type gateWire struct {
	Stage      string         `json:"stage" validate:"required,max=20"`
	Needs      []gateNeedWire `json:"needs" required:"true" validate:"max=20,dive"`
	Equipment  []gateNeedWire `json:"equipment" required:"true" validate:"max=20,dive" description:"asked for instead of needs of a project that buys equipment alone; empty for no difference"`
	NotCounted []string       `json:"not_counted" required:"true" validate:"max=20,dive,max=100"`
}

type gateNeedWire struct {
	Field    string   `json:"field" validate:"max=40"`
	Evidence string   `json:"evidence" validate:"max=40"`
	Visit    bool     `json:"visit"`
	AnyOf    []string `json:"any_of" required:"true" validate:"max=10,dive,max=40"`
	Reasoned bool     `json:"reasoned" required:"true" description:"a written reason may stand for the paper"`
	Instead  []string `json:"instead" required:"true" validate:"max=10,dive,max=40" description:"papers one of which must be there beside the reason"`
}

type gatesOut struct {
	Items   []gateWire `json:"items" required:"true"`
	Ready   []gateWire `json:"ready" required:"true" description:"gates that may be taken over as they are: the ten items of the statistics base"`
	Version int        `json:"version" required:"true" description:"1 for the standard gates"`
}

func (g gatesOut) RecordVersion() int { return g.Version }

// GatesFrom returns the gates as the API shows them, beside the ready ones.
func GatesFrom(held domain.Versioned[pipeline.Gates]) gatesOut {
	return gatesOut{kit.Each(held.Value, gateFrom), kit.Each(pipeline.ReadyGates(), gateFrom), held.Version}
}

func gateFrom(g pipeline.Gate) gateWire {
	need := func(r pipeline.Requirement) gateNeedWire {
		return gateNeedWire{Field: r.Field, Evidence: r.Evidence, Visit: r.Visit, AnyOf: append([]string{}, r.AnyOf...), Reasoned: r.Reasoned,
			Instead: append([]string{}, r.Instead...)}
	}
	return gateWire{Stage: string(g.Stage), Needs: kit.Each(g.Needs, need), Equipment: kit.Each(g.Equipment, need),
		NotCounted: append([]string{}, g.NotCounted...)}
}

func (w gateWire) gate() pipeline.Gate {
	need := func(r gateNeedWire) pipeline.Requirement {
		return pipeline.Requirement{Field: r.Field, Evidence: r.Evidence, Visit: r.Visit, AnyOf: r.AnyOf, Reasoned: r.Reasoned,
			Instead: r.Instead}
	}
	return pipeline.Gate{Stage: library.Stage(w.Stage), Needs: kit.Each(w.Needs, need), Equipment: kit.Each(w.Equipment, need),
		NotCounted: w.NotCounted}
}

// ListGates returns the gates in force and those that may be taken over.
func (a *API) ListGates(ctx context.Context, _ domain.Actor, _ struct{}) (gatesOut, error) {
	held, err := a.Pipeline.Gates(ctx)
	return GatesFrom(held), err
}

type gatesIn struct {
	kit.Versioned
	Items []gateWire `json:"items" required:"true" validate:"max=20,dive"`
}

// UpdateGates replaces the gates.
func (a *API) UpdateGates(ctx context.Context, actor domain.Actor, in gatesIn) (gatesOut, error) {
	held, err := a.Pipeline.SetGates(ctx, actor, domain.Versioned[pipeline.Gates]{Value: kit.Each(in.Items, gateWire.gate),
		Version: in.Version()})
	return GatesFrom(held), err
}
