package reporting

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

func publishable() CountingRule {
	return CountingRule{Name: "2026年口径", Credit: CreditResponsible, Rates: Presets()}
}

func TestCountingRulesAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	holdRules(t, publishable, CountingRule.Check, []rule[CountingRule]{
		{"a rule has a name", func(r *CountingRule) { r.Name = " " }, "name input.required"},
		{"a threshold below nothing is refused", func(r *CountingRule) { r.Threshold = -1 }, "threshold input.negative"},
		{"a window of no months is taken", func(r *CountingRule) { r.WindowMonths = 0 }, ""},
		{"a window below nothing is refused", func(r *CountingRule) { r.WindowMonths = -1 }, "window_months input.range"},
		{"a window of fifty years is taken", func(r *CountingRule) { r.WindowMonths = 600 }, ""},
		{"a longer window is refused", func(r *CountingRule) { r.WindowMonths = 601 }, "window_months input.range"},
		{"an exclusion that there is not is refused by its place", func(r *CountingRule) { r.Excluded = []string{"relocation", "luck"} },
			"excluded[1] input.enum"},
		{"credit to the attracting unit is taken", func(r *CountingRule) { r.Credit = CreditAttracting }, ""},
		{"credit by split is taken", func(r *CountingRule) { r.Credit = CreditBySplit }, ""},
		{"credit to nobody is refused", func(r *CountingRule) { r.Credit = "" }, "credit input.enum"},
		{"a rule has rates", func(r *CountingRule) { r.Rates = nil }, "rates input.required"},
		{"a rate has a key", func(r *CountingRule) { r.Rates[1].Key = "" }, "rates[1].key input.required"},
		{"a rate may be of signings themselves", func(r *CountingRule) { r.Rates[1].Numerator = library.Signed }, ""},
		{"a rate is of no stage before signing", func(r *CountingRule) { r.Rates[1].Numerator = library.Reviewed },
			"rates[1].numerator_stage rule.stage"},
		{"a rate is over no stage before signing", func(r *CountingRule) { r.Rates[1].Denominator = library.Reviewed },
			"rates[1].denominator_stage rule.stage"},
		{"a rate is not over nothing", func(r *CountingRule) { r.Rates[1].Denominator = "" }, "rates[1].denominator_stage rule.stage"},
	})
}

func TestTheOfficePublishesRules(t *testing.T) {
	t.Parallel()
	m := &memory{}
	publish := func(a domain.Actor, r CountingRule) (CountingRule, error) {
		return m.service().PublishRule(t.Context(), a, r)
	}
	if _, err := publish(reader(), publishable()); refusal(t, err) != "actor.right_missing" {
		t.Errorf("without the right: %v", err)
	}
	if _, err := publish(office(), CountingRule{Credit: CreditResponsible, Rates: Presets()}); refusal(t, err) != "name input.required" {
		t.Errorf("without a name: %v", err)
	}
	if r, err := publish(office(), publishable()); err != nil || r.Version != 1 || r.ByName != "office" || r.PublishedAt != m.Now() {
		t.Errorf("the first rule is %+v, %v", r, err)
	}
	if r, err := publish(office(), publishable()); err != nil || r.Version != 2 {
		t.Errorf("the second rule is %+v, %v", r, err)
	}
	for version, want := range map[int]int{-1: 2, 0: 0, 1: 1, 2: 2} {
		if r, err := m.service().Rule(t.Context(), version); err != nil || r.Version != want {
			t.Errorf("version %d is %+v, %v", version, r, err)
		}
	}
	if _, err := m.service().Rule(t.Context(), 3); refusal(t, err) != "rule rule.unknown" {
		t.Errorf("a version that there is not: %v", err)
	}
}

func TestTargetsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	type asked struct {
		actor   domain.Actor
		year    int
		targets []Target
	}
	valid := func() asked {
		return asked{office(), 2026, []Target{{UnitID: "a", Indicator: "signed", Value: 3}, {UnitID: "b", Indicator: "funds", Value: 0}}}
	}
	check := func(a asked) error {
		_, err := (&memory{}).service().SetTargets(t.Context(), a.actor,
			domain.Versioned[YearTargets]{Value: YearTargets{Year: a.year, Targets: a.targets}, Version: 1})
		return err
	}
	holdRules(t, valid, check, []rule[asked]{
		{"the office alone sets targets", func(a *asked) { a.actor = reader() }, "actor.right_missing"},
		{"the year 1999 is refused", func(a *asked) { a.year = 1999 }, "year input.range"},
		{"the year 2000 is taken", func(a *asked) { a.year = 2000 }, ""},
		{"the year 2100 is taken", func(a *asked) { a.year = 2100 }, ""},
		{"the year 2101 is refused", func(a *asked) { a.year = 2101 }, "year input.range"},
		{"an indicator that there is not is refused", func(a *asked) { a.targets[1].Indicator = "luck" }, "items[1].indicator input.enum"},
		{"a target below nothing is refused", func(a *asked) { a.targets[1].Value = -1 }, "items[1].value input.negative"},
		{"a target is of a unit", func(a *asked) { a.targets[1].UnitID = "" }, "items[1].unit_id input.required"},
	})
}
