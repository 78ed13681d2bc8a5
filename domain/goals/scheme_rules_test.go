package goals_test

import (
	"testing"

	"sangu/domain/goals"
)

func TestASchemeKeepsToItsRules(t *testing.T) {
	t.Parallel()
	type scheme = goals.Scheme
	fresh := func() scheme {
		return scheme{Name: "考核办法", Veto: "upheld_suspicions", Items: []goals.ScoreItem{
			{Name: "签约", Method: goals.Weighted, Points: 30, Indicator: "signed", Second: "signed_amount"},
			{Name: "扣分", Method: goals.Deduction, Points: 10, Faults: []goals.Deduct{{Indicator: "overdue_starts", PerUnit: 1}}}}}
	}
	item := func(change func(*goals.ScoreItem)) func(*scheme) { return func(s *scheme) { change(&s.Items[0]) } }
	fault := func(change func(*goals.Deduct)) func(*scheme) {
		return func(s *scheme) { change(&s.Items[1].Faults[0]) }
	}
	rules := []rule[scheme]{
		{says: "a scheme of a place is allowed", change: func(*scheme) {}},
		{says: "a scheme has a name", change: func(s *scheme) { s.Name = "　" }, faults: []string{"name input.required"}},
		{says: "a scheme has an item", change: func(s *scheme) { s.Items = nil }, faults: []string{"items input.required"}},
		{says: "a scheme needs no veto", change: func(s *scheme) { s.Veto = "" }},
		{says: "a veto is something that is counted", change: func(s *scheme) { s.Veto = "rudeness" }, faults: []string{"veto input.enum"}},
		{says: "an item has a name", change: item(func(i *goals.ScoreItem) { i.Name = " " }), faults: []string{"items[0].name input.required"}},
		{says: "an item is scored in a way that is known", change: item(func(i *goals.ScoreItem) { i.Method = "dice" }),
			faults: []string{"items[0].method input.enum"}},
		{says: "an item may be of no points", change: item(func(i *goals.ScoreItem) { i.Points = 0 })},
		{says: "an item is of no negative points", change: item(func(i *goals.ScoreItem) { i.Points = -0.1 }),
			faults: []string{"items[0].points input.range"}},
		{says: "an item may be of a thousand points", change: item(func(i *goals.ScoreItem) { i.Points = 1000 })},
		{says: "an item is of a thousand points at most", change: item(func(i *goals.ScoreItem) { i.Points = 1000.1 }),
			faults: []string{"items[0].points input.range"}},
		{says: "an item measures something that is counted", change: item(func(i *goals.ScoreItem) { i.Indicator = "weather" }),
			faults: []string{"items[0].indicator input.enum"}},
		{says: "an item by number and amount names both", change: item(func(i *goals.ScoreItem) { i.Second = "" }),
			faults: []string{"items[0].second input.enum"}},
		{says: "an item by number alone names no second", change: item(func(i *goals.ScoreItem) { i.Method, i.Second = goals.Proportional, "" })},
		{says: "a deduction names its faults", change: func(s *scheme) { s.Items[1].Faults = nil },
			faults: []string{"items[1].faults input.required"}},
		{says: "a fault is something that is counted", change: fault(func(d *goals.Deduct) { d.Indicator = "rudeness" }),
			faults: []string{"items[1].faults[0].indicator input.enum"}},
		{says: "a fault may cost nothing", change: fault(func(d *goals.Deduct) { d.PerUnit = 0 })},
		{says: "a fault adds no points", change: fault(func(d *goals.Deduct) { d.PerUnit = -0.1 }),
			faults: []string{"items[1].faults[0].per_unit input.negative"}},
		{says: "the standard scheme is allowed", change: func(s *scheme) { *s = goals.StandardScheme() }},
	}
	for _, m := range goals.Methods() {
		rules = append(rules, rule[scheme]{says: "an item may be scored by " + string(m), change: item(func(i *goals.ScoreItem) {
			i.Method, i.Faults = m, []goals.Deduct{{Indicator: "overdue_starts", PerUnit: 1}}
		})})
	}
	for _, name := range goals.ScoreIndicators() {
		rules = append(rules, rule[scheme]{says: "an item may measure " + name, change: item(func(i *goals.ScoreItem) { i.Indicator = name })})
	}
	holds(t, fresh, scheme.Check, rules)
}
