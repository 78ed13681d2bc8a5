package goals

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/goals"
)

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
	Reason string          `json:"reason" text:"title" validate:"max=60"`
}

type coloursWire struct {
	Name  string     `json:"name" text:"title" validate:"required,max=100"`
	Steps []stepWire `json:"steps" validate:"required,max=40,dive"`
	Unfed []string   `json:"unfed,omitempty" description:"told, not set: measures that nothing feeds as yet, whose rules show no data"`
}

func coloursFrom(r goals.RuleSet) coloursWire {
	return coloursWire{r.Name, kit.Each(r.Steps, func(s goals.Step) stepWire {
		return stepWire{string(s.Colour), kit.Each(s.When, func(c goals.Condition) conditionWire {
			return conditionWire{Measure: c.Measure, Op: c.Op, Value: c.Value, Running: c.Running, After: string(c.After)}
		}), s.Reason}
	}), goals.Unfed()}
}

type colourRulesOut struct {
	coloursWire
	Version int `json:"version" required:"true" description:"1 for the standard rules"`
}

func (r colourRulesOut) RecordVersion() int { return r.Version }

// ColourRulesFrom returns the wire form of the rules of the lights.
func ColourRulesFrom(r domain.Versioned[goals.RuleSet]) colourRulesOut {
	return colourRulesOut{coloursFrom(r.Value), r.Version}
}

func (a *API) GetColourRules(ctx context.Context, _ domain.Actor, _ struct{}) (colourRulesOut, error) {
	r, err := a.Lights.Colours(ctx)
	return ColourRulesFrom(r), err
}

type colourRulesIn struct {
	kit.Versioned
	coloursWire
}

func (in colourRulesIn) ruleSet() goals.RuleSet {
	return goals.RuleSet{Key: "office", Name: in.Name, Steps: kit.Each(in.Steps, func(s stepWire) goals.Step {
		return goals.Step{Colour: goals.Colour(s.Colour), Reason: s.Reason, When: kit.Each(s.When, func(c conditionWire) goals.Condition {
			return goals.Condition{Measure: c.Measure, Op: c.Op, Value: c.Value, Running: c.Running, After: goals.Colour(c.After)}
		})}
	})}
}

func (a *API) UpdateColourRules(ctx context.Context, actor domain.Actor, in colourRulesIn) (colourRulesOut, error) {
	r, err := a.Lights.SetColours(ctx, actor, domain.Versioned[goals.RuleSet]{Value: in.ruleSet(), Version: in.Version()})
	return ColourRulesFrom(r), err
}
