package goals

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

type deductWire struct {
	Indicator string  `json:"indicator" validate:"required,max=40"`
	PerUnit   float64 `json:"per_unit" validate:"min=0"`
}

type scoreItemWire struct {
	Name      string       `json:"name" text:"title" validate:"required,max=100"`
	Method    string       `json:"method" validate:"required,oneof=proportional weighted step efficacy pace rate deduction"`
	Points    float64      `json:"points" required:"true" validate:"min=0,max=1000"`
	Indicator string       `json:"indicator" required:"true" validate:"max=40"`
	Second    string       `json:"second" required:"true" validate:"max=40" description:"the amount that goes with a number, for weighted"`
	Cap       float64      `json:"cap" required:"true" validate:"min=0,max=10" description:"the most that is given, as a share of the points; 0 is 1"`
	PerUnit   float64      `json:"per_unit" required:"true" validate:"min=0" description:"what one missing costs, for step"`
	Faults    []deductWire `json:"faults" required:"true" validate:"max=10,dive"`
}

type schemeWire struct {
	Name  string          `json:"name" text:"title" validate:"required,max=100"`
	Veto  string          `json:"veto" required:"true" validate:"max=40" description:"the fault that makes a score nothing; empty for none"`
	Items []scoreItemWire `json:"items" validate:"required,max=40,dive"`
}

func scoreItemFrom(i goals.ScoreItem) scoreItemWire {
	return scoreItemWire{Name: i.Name, Method: string(i.Method), Points: i.Points, Indicator: i.Indicator, Second: i.Second, Cap: i.Cap,
		PerUnit: i.PerUnit,
		Faults:  kit.Each(i.Faults, func(d goals.Deduct) deductWire { return deductWire(d) })}
}

func schemeFrom(s goals.Scheme) schemeWire {
	return schemeWire{s.Name, s.Veto, kit.Each(s.Items, scoreItemFrom)}
}

type scoreSchemeOut struct {
	schemeWire
	Version int `json:"version" required:"true" description:"1 for the standard scheme"`
}

func (s scoreSchemeOut) RecordVersion() int { return s.Version }

// ScoreSchemeFrom returns the wire form of the scheme.
func ScoreSchemeFrom(s domain.Versioned[goals.Scheme]) scoreSchemeOut {
	return scoreSchemeOut{schemeFrom(s.Value), s.Version}
}

func (a *API) GetScoreScheme(ctx context.Context, _ domain.Actor, _ struct{}) (scoreSchemeOut, error) {
	s, err := a.Scoring.Scheme(ctx)
	return ScoreSchemeFrom(s), err
}

type scoreSchemeIn struct {
	kit.Versioned
	schemeWire
}

func (in scoreSchemeIn) scheme() goals.Scheme {
	return goals.Scheme{Name: in.Name, Veto: in.Veto, Items: kit.Each(in.Items, func(i scoreItemWire) goals.ScoreItem {
		return goals.ScoreItem{Name: i.Name, Method: goals.Method(i.Method), Points: i.Points, Indicator: i.Indicator, Second: i.Second,
			Cap: i.Cap, PerUnit: i.PerUnit, Faults: kit.Each(i.Faults, func(f deductWire) goals.Deduct { return goals.Deduct(f) })}
	})}
}

func (a *API) UpdateScoreScheme(ctx context.Context, actor domain.Actor, in scoreSchemeIn) (scoreSchemeOut, error) {
	s, err := a.Scoring.SetScheme(ctx, actor, domain.Versioned[goals.Scheme]{Value: in.scheme(), Version: in.Version()})
	return ScoreSchemeFrom(s), err
}
