package pipeline

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

func TestFundEntriesAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	contract := library.Project{ProjectFacts: library.ProjectFacts{ContractAmount: yuan(10_000_000), Currency: domain.CNY}}
	before := []FundEntry{{ID: "first", Category: "land", Amount: 4_000_000, PaidOn: domain.MustDate("2026-07-01"), Voucher: "V-1"}}
	valid := func() FundEntry {
		return FundEntry{ID: "second", Category: "equipment", Amount: 6_000_000, PaidOn: domain.MustDate("2026-09-01"), Voucher: "V-2"}
	}
	correct := func(e *FundEntry, id domain.ID) { e.Corrects, e.Note = id, "金额有误" }
	holdRules(t, valid, func(e FundEntry) error { return e.Check(before, contract, today) }, []rule[FundEntry]{
		{"a category that there is not is refused", func(e *FundEntry) { e.Category = "gifts" }, "category input.enum"},
		{"one yuan is taken", func(e *FundEntry) { e.Amount = 1 }, ""},
		{"nothing is refused", func(e *FundEntry) { e.Amount = 0 }, "amount input.too_small"},
		{"an entry without a day is refused", func(e *FundEntry) { e.PaidOn = domain.Date{} }, "paid_on input.required"},
		{"money paid today is taken", func(e *FundEntry) { e.PaidOn = today }, ""},
		{"money paid tomorrow is refused", func(e *FundEntry) { e.PaidOn = today.AddDays(1) }, "paid_on input.future"},
		{"a voucher without a number is refused", func(e *FundEntry) { e.Voucher = " -" }, "voucher input.required"},
		{"money from another city is taken", func(e *FundEntry) { e.Outside = "city" }, ""},
		{"money from the moon is refused", func(e *FundEntry) { e.Outside = "moon" }, "outside input.enum"},
		{"an outside share below nothing is refused", func(e *FundEntry) { e.OutsideShare = -1 }, "outside_share input.range"},
		{"an outside share of all is taken", func(e *FundEntry) { e.OutsideShare = 10_000 }, ""},
		{"an outside share of more than all is refused", func(e *FundEntry) { e.OutsideShare = 10_001 }, "outside_share input.range"},
		{"a correction is of an entry that no later one corrects", func(e *FundEntry) { correct(e, "of another") },
			"corrects stage.corrects_unknown"},
		{"a correction without a reason is refused", func(e *FundEntry) { e.Corrects, e.Note = "first", " " }, "note stage.correction_reason"},
		{"a correction takes the place of what it corrects", func(e *FundEntry) {
			correct(e, "first")
			e.Amount = 10_000_000
		}, ""},
		{"a correction above the contract is refused", func(e *FundEntry) {
			correct(e, "first")
			e.Amount = 10_000_001
		}, "amount fund.above_contract"},
		{"voiding needs no amount", func(e *FundEntry) {
			correct(e, "first")
			e.Amount, e.Void = 0, true
		}, ""},
		{"voiding is not held against the contract", func(e *FundEntry) {
			correct(e, "first")
			e.Amount, e.Void = 20_000_000, true
		}, ""},
		{"voiding says which entry", func(e *FundEntry) { e.Void = true }, "corrects stage.void_of_what"},
		{"all entries together above the contract are refused", func(e *FundEntry) { e.Amount = 6_000_001 }, "amount fund.above_contract"},
	})
	above := valid()
	above.Amount = 1 << 40
	if err := above.Check(before, library.Project{}, today); err != nil {
		t.Errorf("without a contract amount there is no limit, but: %v", err)
	}
}

func TestVerdictsOnFundsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	entry := FundEntry{ID: "first", Amount: 4_000_000}
	check := func(v FundVerdict) error { return v.check(entry, []FundEntry{entry}) }
	holdRules(t, func() FundVerdict { return FundVerdict{Amount: 4_000_000} }, check, []rule[FundVerdict]{
		{"less is taken with a reason", func(v *FundVerdict) { v.Amount, v.Note = 3_999_999, "发票不符" }, ""},
		{"less without a reason is refused", func(v *FundVerdict) { v.Amount, v.Note = 3_999_999, " " }, "note fund.why_less"},
		{"nothing in place is taken with a reason", func(v *FundVerdict) { v.Amount, v.Note = 0, "查无此款" }, ""},
		{"below nothing is refused", func(v *FundVerdict) { v.Amount, v.Note = -1, "查无此款" }, "amount input.negative"},
		{"more than was reported is refused", func(v *FundVerdict) { v.Amount, v.Note = 4_000_001, "多了" }, "amount fund.above_reported"},
	})
	all := []FundEntry{entry, {ID: "second", Amount: 1, Corrects: "first"}}
	if got := refusal(t, FundVerdict{Amount: 4_000_000}.check(entry, all)); got != "verdict.corrected" {
		t.Errorf("a verdict on a corrected entry is refused: %q", got)
	}
}
