package pipeline

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

// signed is a signing with what was signed before it and the stage of its project.
type signed struct {
	SigningEvent
	before []SigningEvent
	stage  library.Stage
}

func (s signed) check() error {
	return s.Check(s.before, library.Project{Stage: s.stage}, today)
}

func TestSigningsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	first := SigningEvent{ID: "first", Kind: FirstSigning, SignedOn: domain.MustEventDay("2026-06-01"), Amount: 10}
	valid := func() signed {
		return signed{
			SigningEvent{ID: "more", Kind: Increment, SignedOn: domain.MustEventDay("2026-09-01"), Amount: 5},
			[]SigningEvent{first},
			library.Signed,
		}
	}
	correct := func(s *signed) { s.Kind, s.Corrects, s.Note = FirstSigning, "first", "录入有误" }
	holdRules(t, valid, signed.check, []rule[signed]{
		{"a kind that there is not is refused", func(s *signed) { s.Kind = "SECOND" }, "kind input.enum"},
		{"a signing without a day is refused", func(s *signed) { s.SignedOn = domain.EventDay{} }, "signed_on input.required"},
		{"a signing of today is taken", func(s *signed) { s.SignedOn = domain.OnDay(today) }, ""},
		{"a signing of the month that runs is taken", func(s *signed) { s.SignedOn = domain.MustEventDay("2026-09") }, ""},
		{"a signing of the next month is refused", func(s *signed) { s.SignedOn = domain.MustEventDay("2026-10") },
			"signed_on input.future"},
		{"a signing of tomorrow is refused", func(s *signed) { s.SignedOn = domain.OnDay(today.AddDays(1)) }, "signed_on input.future"},
		{"an amount of nothing is taken", func(s *signed) { s.Amount = 0 }, ""},
		{"an amount below nothing is refused", func(s *signed) { s.Amount = -1 }, "amount input.negative"},
		{"an exclusion that there is not is refused by its place", func(s *signed) { s.Exclusions = []string{"relocation", "luck"} },
			"exclusions[1] input.enum"},
		{"a second first signing is refused", func(s *signed) { s.Kind = FirstSigning }, "kind signing.first_twice"},
		{"a first signing takes the place of the one it corrects", correct, ""},
		{"a first signing is taken at any stage", func(s *signed) { s.Kind, s.before, s.stage = FirstSigning, nil, library.Lead }, ""},
		{"an increment before the first signing is refused", func(s *signed) { s.before = nil }, "kind signing.first_missing"},
		{"an increment at the stage before signing is refused", func(s *signed) { s.stage = library.Reviewed }, "kind signing.not_signed"},
		{"an increment at a later stage is taken", func(s *signed) { s.stage = library.InProduction }, ""},
		{"an upgrade needs no first signing and no stage", func(s *signed) { s.Kind, s.before, s.stage = Upgrade, nil, library.Intent }, ""},
		{"another investor takes over what was signed", func(s *signed) { s.Kind = Replaced }, ""},
		{"another investor takes over nothing that was not signed", func(s *signed) { s.Kind, s.before = Replaced, nil },
			"kind signing.first_missing"},
		{"a correction is of a signing that no later one corrects", func(s *signed) { s.Corrects, s.Note = "of another", "录入有误" },
			"corrects stage.corrects_unknown"},
		{"a correction without a reason is refused", func(s *signed) {
			correct(s)
			s.Note = "\n"
		}, "note stage.correction_reason"},
		{"voiding says which signing", func(s *signed) { s.Void = true }, "corrects stage.void_of_what"},
		{"voiding is taken with a reason", func(s *signed) {
			correct(s)
			s.Void = true
		}, ""},
	})
}

func TestExclusionsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	was := SigningEvent{ID: "first", Exclusions: []string{"relocation", "branch_outlet"}}
	valid := func() Exclusion {
		return Exclusion{SigningID: "first", Exclusions: []string{"relocation"}, Note: "总部已迁入"}
	}
	holdRules(t, valid, func(x Exclusion) error { return x.check(was) }, []rule[Exclusion]{
		{"a reason that there is not is refused by its place", func(x *Exclusion) { x.Exclusions = []string{"relocation", "luck"} },
			"exclusions[1] input.enum"},
		{"taking off every tick is taken", func(x *Exclusion) { x.Exclusions = nil }, ""},
		{"the same ticks in another order, one of them twice, change nothing", func(x *Exclusion) {
			x.Exclusions = []string{"branch_outlet", "relocation", "branch_outlet"}
		}, "exclusions signing.exclusions_same"},
		{"a change without a reason is refused", func(x *Exclusion) { x.Note = " " }, "note input.required"},
	})
}

func TestSplitsAreRefusedByTheirRules(t *testing.T) {
	t.Parallel()
	valid := func() CreditSplit {
		return CreditSplit{Basis: "会议纪要〔2026〕3号", Shares: []CreditShare{{UnitID: "a", Share: 1}, {UnitID: "b", Share: 9999}}}
	}
	holdRules(t, valid, CreditSplit.Check, []rule[CreditSplit]{
		{"a share of nothing is refused", func(c *CreditSplit) { c.Shares[0].Share, c.Shares[1].Share = 0, 10_000 },
			"shares[0].share input.too_small"},
		{"a unit has one share", func(c *CreditSplit) { c.Shares[1].UnitID = "a" }, "shares[1].unit_id split.unit_twice"},
		{"a share is of a unit", func(c *CreditSplit) { c.Shares[1].UnitID = "" }, "shares[1].unit_id input.required"},
		{"shares below the whole are refused", func(c *CreditSplit) { c.Shares[1].Share = 9998 }, "shares split.whole"},
		{"shares above the whole are refused", func(c *CreditSplit) { c.Shares[1].Share = 10_000 }, "shares split.whole"},
		{"no share at all is refused", func(c *CreditSplit) { c.Shares = nil }, "shares split.whole"},
		{"a split without a basis is refused", func(c *CreditSplit) { c.Basis = " " }, "basis input.required"},
	})
}
