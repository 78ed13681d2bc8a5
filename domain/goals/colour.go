package goals

import (
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
)

// Colour is a light. NoData is grey: not knowing is never green.
type Colour string

// The colours; Blue is the reminder that some places send first (华亭 2017).
const (
	Red    Colour = "red"
	Yellow Colour = "yellow"
	Blue   Colour = "blue"
	Green  Colour = "green"
	NoData Colour = "none"
)

// Condition is one test of a measure: "months overdue ≥ 3", "behind pace > 10
// points", "the light before was yellow and its deadline has passed". Conditions
// of one step hold together.
type Condition struct {
	Measure string
	Op      string // ">", ">=", "<", "<=", "="
	Value   float64
	// Running is for how many months in a row, the last included, the condition
	// must have held; 0 and 1 mean now.
	Running int
	// After names the light shown before, for rules that are a sequence.
	After Colour
}

// Step is a colour that is shown where all its conditions hold.
type Step struct {
	Colour Colour
	When   []Condition
	// Reason is the text's key; the condition's numbers go with it.
	Reason string
}

// RuleSet is a set of steps, tried in order; the colour is that of the
// first that holds, and green where none does and every measure is known.
type RuleSet struct {
	Key   string
	Name  string
	Steps []Step
}

// LooksBack reports whether the rules need the months before: a sequence, or a
// condition that must have held for months running.
func (r RuleSet) LooksBack() bool {
	for _, s := range r.Steps {
		for _, c := range s.When {
			if c.After != "" || c.Running > 1 {
				return true
			}
		}
	}
	return false
}

// Signals are a project's measures by month, the latest last. A measure that is
// absent or nil in a month is not known.
type Signals struct {
	Months []map[string]float64
	Before Colour // the light shown before
}

// Light is a colour with why: the step that gave it and what was measured.
type Light struct {
	Colour   Colour
	Step     int // index of the step, -1 for green and grey
	Reason   string
	Measured map[string]float64
	// Unknown are the measures for want of which the light is grey.
	Unknown []string
}

// Judge returns the light of a project under the rule set. It is grey where no step holds
// and a measure of some step is not known.
func (r RuleSet) Judge(s Signals) Light {
	light := Light{Colour: Green, Step: -1, Measured: map[string]float64{}}
	if len(s.Months) == 0 {
		s.Months = []map[string]float64{{}}
	}
	now := s.Months[len(s.Months)-1]
	var unknown []string
	for i, step := range r.Steps {
		holds := true
		for _, c := range step.When {
			ok, known := c.holds(s)
			if v, has := now[c.Measure]; has {
				light.Measured[c.Measure] = v
			}
			if !known && !slices.Contains(unknown, c.Measure) {
				unknown = append(unknown, c.Measure)
			}
			holds = holds && ok
		}
		if holds && len(step.When) > 0 {
			light.Colour, light.Step, light.Reason = step.Colour, i, step.Reason
			return light
		}
	}
	if len(unknown) > 0 {
		light.Colour, light.Unknown = NoData, unknown
	}
	return light
}

// holds tests the condition; known is false where the measure of now is not.
func (c Condition) holds(s Signals) (ok, known bool) {
	if c.After != "" && s.Before != c.After {
		ok, known = false, true
		if c.Measure != "" {
			_, known = s.Months[len(s.Months)-1][c.Measure]
		}
		return ok, known
	}
	if c.Measure == "" {
		return true, true
	}
	running := max(1, c.Running)
	if _, known = s.Months[len(s.Months)-1][c.Measure]; !known {
		return false, false
	}
	if len(s.Months) < running {
		return false, true
	}
	for _, month := range s.Months[len(s.Months)-running:] {
		v, has := month[c.Measure]
		if !has || !c.test(v) {
			return false, true
		}
	}
	return true, true
}

func (c Condition) test(v float64) bool {
	switch c.Op {
	case ">":
		return v > c.Value
	case ">=":
		return v >= c.Value
	case "<":
		return v < c.Value
	case "<=":
		return v <= c.Value
	}
	return v == c.Value
}

// Measures are what the product knows to measure of a project, by month.
func Measures() []string {
	return []string{"start_overdue_months", "pace_behind_points", "pace_behind_percent", "entry_overdue_months", "growth_percent",
		"days_silent", "days_since_signing", "deadline_passed_days", "completion_percent"}
}

// Unfed are the measures that rules may name and nothing feeds as yet: a rule of
// theirs shows no data.
func Unfed() []string {
	return []string{"entry_overdue_months", "growth_percent", "deadline_passed_days"}
}

// Check refuses rules over what is not measured, and lights without a reason.
func (r RuleSet) Check() error {
	var c domain.Check
	c.That(r.Name != "", "name", "input.required")
	c.That(len(r.Steps) > 0, "steps", "input.required")
	for i, s := range r.Steps {
		c.That(slices.Contains([]Colour{Red, Yellow, Blue, Green}, s.Colour), fmt.Sprintf("steps[%d].colour", i), "input.enum", "allowed",
			[]Colour{Red, Yellow, Blue, Green})
		c.That(strings.TrimSpace(s.Reason) != "", fmt.Sprintf("steps[%d].reason", i), "input.required")
		c.That(len(s.When) > 0, fmt.Sprintf("steps[%d].when", i), "input.required")
		for j, w := range s.When {
			at := fmt.Sprintf("steps[%d].when[%d].", i, j)
			c.That(w.Measure == "" && w.After != "" || slices.Contains(Measures(), w.Measure), at+"measure", "input.enum", "allowed", Measures())
			c.That(w.Measure == "" || slices.Contains([]string{">", ">=", "<", "<=", "="}, w.Op), at+"op", "input.enum", "allowed",
				[]string{">", ">=", "<", "<=", "="})
			c.That(w.Running >= 0 && w.Running <= 24, at+"running", "input.range", "min", 0, "max", 24)
		}
	}
	return c.Err()
}

// StandardColours holds until the office sets its own: a planned start overdue
// for a month is yellow and for three running red; investment behind the even
// pace by 10 to 30 points yellow, by more red; silence of 30 and 60 days.
func StandardColours() RuleSet {
	when := func(measure, op string, value float64, running int) []Condition {
		return []Condition{{Measure: measure, Op: op, Value: value, Running: running}}
	}
	return RuleSet{Key: "standard", Name: "standard", Steps: []Step{
		{Red, when("start_overdue_months", ">=", 3, 1), "start_overdue"},
		{Red, when("pace_behind_points", ">", 30, 1), "behind_pace"},
		{Red, when("days_silent", ">", 60, 1), "silent"},
		{Yellow, when("start_overdue_months", ">", 0, 1), "start_overdue"},
		{Yellow, when("pace_behind_points", ">=", 10, 1), "behind_pace"},
		{Yellow, when("days_silent", ">", 30, 1), "silent"},
	}}
}
