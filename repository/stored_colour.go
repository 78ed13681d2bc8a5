package repository

import (
	"sangu/domain/goals"
)

// storedRuleSet is a goals.RuleSet as it is stored.
type storedRuleSet struct {
	Key   string       `json:"Key"`
	Name  string       `json:"Name"`
	Steps []storedStep `json:"Steps"`
}

// storeRuleSet returns the stored form.
func storeRuleSet(x goals.RuleSet) storedRuleSet {
	return storedRuleSet{
		Key:   x.Key,
		Name:  x.Name,
		Steps: eachOf(x.Steps, storeStep),
	}
}

// entity returns what was stored.
func (s storedRuleSet) entity() goals.RuleSet {
	return goals.RuleSet{
		Key:   s.Key,
		Name:  s.Name,
		Steps: eachOf(s.Steps, storedStep.entity),
	}
}

// storedStep is a goals.Step as it is stored.
type storedStep struct {
	Colour goals.Colour      `json:"Colour"`
	When   []storedCondition `json:"When"`
	Reason string            `json:"Reason"`
}

// storeStep returns the stored form.
func storeStep(x goals.Step) storedStep {
	return storedStep{
		Colour: x.Colour,
		When:   eachOf(x.When, storeCondition),
		Reason: x.Reason,
	}
}

// entity returns what was stored.
func (s storedStep) entity() goals.Step {
	return goals.Step{
		Colour: s.Colour,
		When:   eachOf(s.When, storedCondition.entity),
		Reason: s.Reason,
	}
}

// storedCondition is a goals.Condition as it is stored.
type storedCondition struct {
	Measure string       `json:"Measure"`
	Op      string       `json:"Op"`
	Value   float64      `json:"Value"`
	Running int          `json:"Running"`
	After   goals.Colour `json:"After"`
}

// storeCondition returns the stored form.
func storeCondition(x goals.Condition) storedCondition {
	return storedCondition{
		Measure: x.Measure,
		Op:      x.Op,
		Value:   x.Value,
		Running: x.Running,
		After:   x.After,
	}
}

// entity returns what was stored.
func (s storedCondition) entity() goals.Condition {
	return goals.Condition{
		Measure: s.Measure,
		Op:      s.Op,
		Value:   s.Value,
		Running: s.Running,
		After:   s.After,
	}
}
