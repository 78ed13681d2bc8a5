package goals

import (
	"fmt"
	"slices"
	"strings"

	"sangu/domain"
)

// Scheme is a year's assessment 考核办法 as data. Veto names the fault that makes
// the whole score nothing, as 弄虚作假 does; "" for none.
type Scheme struct {
	Name  string
	Items []ScoreItem
	Veto  string
}

// StandardScheme holds until the office sets its own: half number and half amount
// signed, starts, money by the even pace, and starts that are overdue.
func StandardScheme() Scheme {
	return Scheme{Name: "standard", Veto: "upheld_suspicions", Items: []ScoreItem{
		{Name: "signed", Method: Weighted, Points: 30, Indicator: "signed", Second: "signed_amount"},
		{Name: "started", Method: Proportional, Points: 30, Indicator: "started"},
		{Name: "funds", Method: Paced, Points: 30, Indicator: "funds"},
		{Name: "faults", Method: Deduction, Points: 10, Faults: []Deduct{{"overdue_starts", 1}}},
	}}
}

// ScoreIndicators are what items measure: numbers, 元, rates from 0 to 1, and
// faults.
func ScoreIndicators() []string {
	return []string{"signed", "signed_amount", "started", "in_production", "funds", "fulfilment_rate", "start_rate", "production_rate",
		"funds_rate", "overdue_starts", "upheld_suspicions"}
}

// Check refuses a scheme over what is not measured.
func (s Scheme) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(s.Name) != "", "name", "input.required")
	c.That(len(s.Items) > 0, "items", "input.required")
	known := func(name string) bool { return slices.Contains(ScoreIndicators(), name) }
	c.That(s.Veto == "" || known(s.Veto), "veto", "input.enum", "allowed", ScoreIndicators())
	for k, i := range s.Items {
		at := fmt.Sprintf("items[%d].", k)
		c.That(strings.TrimSpace(i.Name) != "", at+"name", "input.required")
		c.That(slices.Contains(Methods(), i.Method), at+"method", "input.enum", "allowed", Methods())
		c.That(i.Points >= 0 && i.Points <= 1000, at+"points", "input.range", "min", 0, "max", 1000)
		c.That(i.Method == Deduction || known(i.Indicator), at+"indicator", "input.enum", "allowed", ScoreIndicators())
		c.That(i.Method != Weighted || known(i.Second), at+"second", "input.enum", "allowed", ScoreIndicators())
		c.That(i.Method != Deduction || len(i.Faults) > 0, at+"faults", "input.required")
		for j, f := range i.Faults {
			c.That(known(f.Indicator), fmt.Sprintf("%sfaults[%d].indicator", at, j), "input.enum", "allowed", ScoreIndicators())
			c.That(f.PerUnit >= 0, fmt.Sprintf("%sfaults[%d].per_unit", at, j), "input.negative")
		}
	}
	return c.Err()
}
