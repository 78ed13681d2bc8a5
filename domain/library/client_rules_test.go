package library_test

import (
	"testing"

	"sangu/domain/library"
)

func TestWhatIsSaidOfAClientKeepsToItsRules(t *testing.T) {
	t.Parallel()
	type facts = library.ClientFacts
	fresh := func() facts { return facts{OrganizationFacts: library.OrganizationFacts{Name: "百龙公司"}} }
	holds(t, fresh, facts.Check, []rule[facts]{
		{"a name is enough", func(*facts) {}, nil},
		{"a client keeps to the rules of organisations", func(f *facts) { f.Name = "" }, []string{"name input.required"}},
		{"a class of the vocabulary is taken", func(f *facts) { f.InvestorClass = "foreign" }, nil},
		{"no other class is taken", func(f *facts) { f.InvestorClass = "friend" }, []string{"investor_class input.enum"}},
		{"tiers of the vocabulary are taken", func(f *facts) { f.Tiers = []string{"listed", "global_500"} }, nil},
		{"no other tier is taken", func(f *facts) { f.Tiers = []string{"listed", "rich"} }, []string{"tiers input.enum"}},
	})
}

func TestWhatIsSaidOfAnOrganisationKeepsToItsRules(t *testing.T) {
	t.Parallel()
	type facts = library.OrganizationFacts
	fresh := func() facts { return facts{Name: "百龙公司"} }
	holds(t, fresh, facts.Check, []rule[facts]{
		{"a name is enough", func(*facts) {}, nil},
		{"an organisation has a name", func(f *facts) { f.Name = "　" }, []string{"name input.required"}},
		{"a right code is taken", func(f *facts) { f.CreditCode = rightCode }, nil},
		{"a code has 18 characters", func(f *facts) { f.CreditCode = rightCode + "0" }, []string{"credit_code credit_code.length"}},
		{"a code that fails its check is refused", func(f *facts) { f.CreditCode = wrongCode }, []string{"credit_code credit_code.check"}},
		{"a code that fails its check is taken with a reason",
			func(f *facts) { f.CreditCode, f.CodeOverride = wrongCode, "早期试点码" }, nil},
		{"a capital of nothing is not known", func(f *facts) { f.RegisteredCapital = 0 }, nil},
		{"a capital is not negative", func(f *facts) { f.RegisteredCapital = -1 }, []string{"registered_capital input.negative"}},
	})
}

func TestAContactHasAName(t *testing.T) {
	t.Parallel()
	holds(t, func() library.Contact { return library.Contact{Name: "李总"} }, library.Contact.Check, []rule[library.Contact]{
		{"a name is enough", func(*library.Contact) {}, nil},
		{"a contact has a name", func(k *library.Contact) { k.Name = " " }, []string{"name input.required"}},
	})
}
