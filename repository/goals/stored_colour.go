package goals

import (
	"sangu/domain/goals"
	"sangu/repository/sqlkit"
)

// StoredRuleSet is a goals.RuleSet as it is stored.
type StoredRuleSet struct {
	Key   string       `json:"Key"`
	Name  string       `json:"Name"`
	Steps []storedStep `json:"Steps"`
}

// StoreRuleSet returns the stored form.
func StoreRuleSet(x goals.RuleSet) StoredRuleSet {
	return StoredRuleSet{
		Key:   x.Key,
		Name:  x.Name,
		Steps: sqlkit.EachOf(x.Steps, storeStep),
	}
}

// Entity returns what was stored.
func (s StoredRuleSet) Entity() goals.RuleSet {
	return goals.RuleSet{
		Key:   s.Key,
		Name:  s.Name,
		Steps: sqlkit.EachOf(s.Steps, storedStep.Entity),
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
		When:   sqlkit.EachOf(x.When, storeCondition),
		Reason: x.Reason,
	}
}

// Entity returns what was stored.
func (s storedStep) Entity() goals.Step {
	return goals.Step{
		Colour: s.Colour,
		When:   sqlkit.EachOf(s.When, storedCondition.Entity),
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

// Entity returns what was stored.
func (s storedCondition) Entity() goals.Condition {
	return goals.Condition{
		Measure: s.Measure,
		Op:      s.Op,
		Value:   s.Value,
		Running: s.Running,
		After:   s.After,
	}
}
