package library_test

import (
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

// Codes of GB 32100-2015: one whose check character is right, and one whose is not.
const (
	rightCode = library.CreditCode("91110000600037341L")
	wrongCode = library.CreditCode("911100006000373410")
)

func TestWhatIsSaidOfAProjectKeepsToItsRules(t *testing.T) {
	t.Parallel()
	type facts = library.ProjectFacts
	fresh := func() facts { return facts{Name: "竹木精深加工", ResponsibleUnitID: "unit"} }
	rules := []rule[facts]{
		{"a name and a responsible unit are enough", func(*facts) {}, nil},
		{"a project has a name", func(f *facts) { f.Name = " \t" }, []string{"name input.required"}},
		{"a project has a responsible unit", func(f *facts) { f.ResponsibleUnitID = "" }, []string{"responsible_unit_id input.required"}},
		{"every purpose of the vocabulary is taken", func(f *facts) { f.Purpose = "strong_county" }, nil},
		{"no other purpose is taken", func(f *facts) { f.Purpose = "profit" }, []string{"purpose input.enum"}},
		{"a kind of the vocabulary is taken", func(f *facts) { f.Kind = "tourism" }, nil},
		{"no other kind is taken", func(f *facts) { f.Kind = "rockets" }, []string{"kind input.enum"}},
		{"a construction of the vocabulary is taken", func(f *facts) { f.Construction = library.PurchaseOnly }, nil},
		{"no other construction is taken", func(f *facts) { f.Construction = "ruin" }, []string{"construction input.enum"}},
		{"a horizon of the vocabulary is taken", func(f *facts) { f.Horizon = "follow" }, nil},
		{"no other horizon is taken", func(f *facts) { f.Horizon = "never" }, []string{"horizon input.enum"}},
		{"a channel of the vocabulary is taken", func(f *facts) { f.Channel = library.SelfCame }, nil},
		{"no other channel is taken", func(f *facts) { f.Channel = "dream" }, []string{"channel input.enum"}},
		{"a division of the standard is taken", func(f *facts) { f.Industry = "39" }, nil},
		{"no other industry is taken", func(f *facts) { f.Industry = "98" }, []string{"industry project.industry_unknown"}},
		{"an area may be nothing", func(f *facts) { f.Land = of(library.Mu(0)) }, nil},
		{"an area is not negative", func(f *facts) { f.Land = of(library.Mu(-1)) }, []string{"land_mu input.negative"}},
		{"jobs may be none", func(f *facts) { f.Jobs = of(0) }, nil},
		{"jobs are not negative", func(f *facts) { f.Jobs = of(-1) }, []string{"jobs input.negative"}},
		{"元 needs no rate", func(f *facts) { f.Currency = domain.CNY }, nil},
		{"another currency needs a rate", func(f *facts) { f.Currency = "USD" }, []string{"rate project.rate_required"}},
		{"the least rate is taken", func(f *facts) { f.Currency, f.RateMicro = "USD", 1 }, nil},
		{"a rate is not negative", func(f *facts) { f.Currency, f.RateMicro = "USD", -1 }, []string{"rate project.rate_required"}},
		{"high technology with its basis is taken", func(f *facts) { f.HighTech, f.HighTechBasis = true, "高新技术企业证书" }, nil},
		{"high technology has a basis", func(f *facts) { f.HighTech, f.HighTechBasis = true, " " },
			[]string{"high_tech_basis project.high_tech_basis"}},
		{"a completion on the day of the start is taken",
			func(f *facts) { f.PlannedStart, f.PlannedCompletion = day(2026, 3, 2), day(2026, 3, 2) }, nil},
		{"a completion is not before the start", func(f *facts) { f.PlannedStart, f.PlannedCompletion = day(2026, 3, 2), day(2026, 3, 1) },
			[]string{"planned_completion input.date_order"}},
		{"a production on the day of the completion is taken",
			func(f *facts) { f.PlannedCompletion, f.PlannedProduction = day(2026, 3, 2), day(2026, 3, 2) }, nil},
		{"a production is not before the completion",
			func(f *facts) { f.PlannedCompletion, f.PlannedProduction = day(2026, 3, 2), day(2026, 3, 1) },
			[]string{"planned_production input.date_order"}},
		{"a place on a list of 1990 is taken", func(f *facts) { f.KeyLevels = []library.KeyLevel{{Year: 1990, Level: "city"}} }, nil},
		{"a place on a list is not before 1990", func(f *facts) { f.KeyLevels = []library.KeyLevel{{Year: 1989, Level: "city"}} },
			[]string{"key_levels project.key_level"}},
		{"a place on a list of 2100 is taken", func(f *facts) { f.KeyLevels = []library.KeyLevel{{Year: 2100, Level: "city"}} }, nil},
		{"a place on a list is not after 2100", func(f *facts) { f.KeyLevels = []library.KeyLevel{{Year: 2101, Level: "city"}} },
			[]string{"key_levels project.key_level"}},
		{"a list of key projects has a level", func(f *facts) { f.KeyLevels = []library.KeyLevel{{Year: 2026, Level: "village"}} },
			[]string{"key_levels project.key_level"}},
		{"a plan of nothing for 1990 is taken", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 1990}} }, nil},
		{"a plan is not before 1990", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 1989}} },
			[]string{"year_plans[0].year input.range"}},
		{"a plan for 2100 is taken", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 2100}} }, nil},
		{"a plan is not after 2100", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 2026}, {Year: 2101}} },
			[]string{"year_plans[1].year input.range"}},
		{"a year has one plan", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 2026}, {Year: 2026}} },
			[]string{"year_plans[1].year project.year_twice"}},
		{"a plan is not negative", func(f *facts) { f.YearPlans = []library.YearPlan{{Year: 2026, Amount: -1}} },
			[]string{"year_plans[0].amount input.negative"}},
		{"a right code of the company is taken", func(f *facts) { f.CompanyCode = rightCode }, nil},
		{"a code of the company has 18 characters", func(f *facts) { f.CompanyCode = rightCode[:17] },
			[]string{"company_code credit_code.length"}},
		{"a code of the company has the standard's letters", func(f *facts) { f.CompanyCode = "I1110000600037341L" },
			[]string{"company_code credit_code.letter"}},
		{"a code of the company that fails its check is refused", func(f *facts) { f.CompanyCode = wrongCode },
			[]string{"company_code credit_code.check"}},
		{"a blank is no reason for a code that fails its check", func(f *facts) { f.CompanyCode, f.CodeOverride = wrongCode, " " },
			[]string{"company_code credit_code.check"}},
		{"a code that fails its check is taken with a reason", func(f *facts) { f.CompanyCode, f.CodeOverride = wrongCode, "执照如此" }, nil},
	}
	holds(t, fresh, facts.Check, rules)
}

func TestAmountsOfAProjectAreNotNegativeAndNamedInOneOrder(t *testing.T) {
	t.Parallel()
	least := domain.Yuan(-1)
	f := library.ProjectFacts{Name: "竹木", ResponsibleUnitID: "unit", TotalInvestment: &least, FixedInvestment: &least,
		ContractAmount: &least, FundsReported: &least, AnnualOutput: &least, AnnualTax: &least}
	want := []string{"total_investment input.negative", "fixed_investment input.negative", "contract_amount input.negative",
		"funds_reported input.negative", "annual_output input.negative", "annual_tax input.negative"}
	for range 20 {
		if got := faults(f.Check()); !slices.Equal(got, want) {
			t.Fatalf("named %q, want %q", got, want)
		}
	}
	none := domain.Yuan(0)
	f.TotalInvestment, f.FixedInvestment, f.ContractAmount, f.FundsReported, f.AnnualOutput, f.AnnualTax = &none, &none, &none, &none, &none,
		&none
	if got := faults(f.Check()); got != nil {
		t.Errorf("nothing is an amount: %q", got)
	}
}

func TestEveryWordOfAProjectsVocabulariesIsTaken(t *testing.T) {
	t.Parallel()
	for _, set := range []func(*library.ProjectFacts){
		func(f *library.ProjectFacts) { f.Purpose = "prosperous" }, func(f *library.ProjectFacts) { f.Purpose = "infrastructure" },
		func(f *library.ProjectFacts) { f.Construction = "new" }, func(f *library.ProjectFacts) { f.Construction = "continued" },
		func(f *library.ProjectFacts) { f.Construction = "expansion" }, func(f *library.ProjectFacts) { f.Construction = "upgrade" },
		func(f *library.ProjectFacts) { f.Horizon = "near" }, func(f *library.ProjectFacts) { f.Horizon = "far" },
	} {
		f := library.ProjectFacts{Name: "竹木", ResponsibleUnitID: "unit"}
		set(&f)
		if err := f.Check(); err != nil {
			t.Errorf("%+v: %v", f, err)
		}
	}
}
