package goals_test

import (
	"testing"

	"sangu/domain/goals"
)

func TestRulesOfLightsKeepToTheirRules(t *testing.T) {
	t.Parallel()
	type set = goals.RuleSet
	fresh := func() set {
		return set{Name: "银川 2025", Steps: []goals.Step{{Colour: goals.Red, Reason: "晚了", When: []goals.Condition{
			{Measure: "start_overdue_months", Op: ">", Value: 0, Running: 3}}}}}
	}
	when := func(change func(*goals.Condition)) func(*set) {
		return func(s *set) { change(&s.Steps[0].When[0]) }
	}
	rules := []rule[set]{
		{says: "the rules of a place are allowed", change: func(*set) {}},
		{says: "a rule set has a name", change: func(s *set) { s.Name = "" }, faults: []string{"name input.required"}},
		{says: "a rule set has a step", change: func(s *set) { s.Steps = nil }, faults: []string{"steps input.required"}},
		{says: "a step has a reason", change: func(s *set) { s.Steps[0].Reason = " " }, faults: []string{"steps[0].reason input.required"}},
		{says: "a step has a condition", change: func(s *set) { s.Steps[0].When = nil }, faults: []string{"steps[0].when input.required"}},
		{says: "no step shows that there is no data", change: func(s *set) { s.Steps[0].Colour = goals.NoData },
			faults: []string{"steps[0].colour input.enum"}},
		{says: "no step shows another colour", change: func(s *set) { s.Steps[0].Colour = "pink" },
			faults: []string{"steps[0].colour input.enum"}},
		{says: "a condition is about a measure that is known", change: when(func(c *goals.Condition) { c.Measure = "weather" }),
			faults: []string{"steps[0].when[0].measure input.enum"}},
		{says: "a condition about nothing is refused", change: when(func(c *goals.Condition) { c.Measure = "" }),
			faults: []string{"steps[0].when[0].measure input.enum"}},
		{says: "a condition may be about the light before alone",
			change: when(func(c *goals.Condition) { c.Measure, c.Op, c.After = "", "", goals.Yellow })},
		{says: "a condition about a measure compares", change: when(func(c *goals.Condition) { c.Op = "" }),
			faults: []string{"steps[0].when[0].op input.enum"}},
		{says: "a condition compares in a way that is known", change: when(func(c *goals.Condition) { c.Op = "~" }),
			faults: []string{"steps[0].when[0].op input.enum"}},
		{says: "a condition may be of now alone", change: when(func(c *goals.Condition) { c.Running = 0 })},
		{says: "a condition runs for no negative number of months", change: when(func(c *goals.Condition) { c.Running = -1 }),
			faults: []string{"steps[0].when[0].running input.range"}},
		{says: "a condition may run for two years", change: when(func(c *goals.Condition) { c.Running = 24 })},
		{says: "a condition runs for two years at most", change: when(func(c *goals.Condition) { c.Running = 25 }),
			faults: []string{"steps[0].when[0].running input.range"}},
		{says: "every fault is named at once", change: func(s *set) { s.Name, s.Steps[0].Reason = "", "" },
			faults: []string{"name input.required", "steps[0].reason input.required"}},
		{says: "the standard rules are allowed", change: func(s *set) { *s = goals.StandardColours() }},
	}
	for _, c := range []goals.Colour{goals.Red, goals.Yellow, goals.Blue, goals.Green} {
		rules = append(rules, rule[set]{says: "a step may show " + string(c), change: func(s *set) { s.Steps[0].Colour = c }})
	}
	for _, op := range []string{">", ">=", "<", "<=", "="} {
		rules = append(rules, rule[set]{says: "a condition may compare by " + op, change: when(func(c *goals.Condition) { c.Op = op })})
	}
	holds(t, fresh, set.Check, rules)
}
