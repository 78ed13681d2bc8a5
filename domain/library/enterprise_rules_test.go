package library_test

import (
	"testing"

	"sangu/domain/library"
)

func TestWhatIsSaidOfAnEnterpriseKeepsToItsRules(t *testing.T) {
	t.Parallel()
	type facts = library.EnterpriseFacts
	fresh := func() facts {
		return facts{OrganizationFacts: library.OrganizationFacts{Name: "三汇水泥"}, State: library.Normal}
	}
	holds(t, fresh, facts.Check, []rule[facts]{
		{"a name and a state are enough", func(*facts) {}, nil},
		{"an enterprise keeps to the rules of organisations", func(f *facts) { f.Name = "" }, []string{"name input.required"}},
		{"an enterprise has a state", func(f *facts) { f.State = "" }, []string{"state input.enum"}},
		{"no other state is taken", func(f *facts) { f.State = "asleep" }, []string{"state input.enum"}},
		{"a division of the standard is taken", func(f *facts) { f.Industry = "30" }, nil},
		{"no other industry is taken", func(f *facts) { f.Industry = "00" }, []string{"industry project.industry_unknown"}},
	})
	for _, s := range library.OperatingStates() {
		f := fresh()
		if f.State = s; f.Check() != nil {
			t.Errorf("state %s is refused", s)
		}
	}
}
