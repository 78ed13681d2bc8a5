package recruit_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/recruit"
)

func day(s string) domain.Date { return domain.MustDate(s) }

func TestALeadKeepsTheRules(t *testing.T) {
	t.Parallel()
	lead := func(change func(f *recruit.LeadFacts)) error {
		amount := domain.Yuan(1)
		f := recruit.LeadFacts{Company: "恒瑞新能", Subject: "储能电池", Channel: library.SelfCame, Amount: &amount, Industry: "38",
			ReferrerKind: domain.SubjectClient, ReferrerID: "c"}
		change(&f)
		return f.Check()
	}
	amount := func(n domain.Yuan) error { return lead(func(f *recruit.LeadFacts) { f.Amount = &n }) }
	holdRules(t, []rule{
		{"a lead in full", lead(func(*recruit.LeadFacts) {}), ""},
		{"company, subject and channel are enough",
			recruit.LeadFacts{Company: "恒瑞新能", Subject: "储能电池", Channel: library.SelfCame}.Check(), ""},
		{"a lead names a company", lead(func(f *recruit.LeadFacts) { f.Company = " " }), "company input.required"},
		{"a lead says what for", lead(func(f *recruit.LeadFacts) { f.Subject = "\t" }), "subject input.required"},
		{"a lead comes by a channel there is", lead(func(f *recruit.LeadFacts) { f.Channel = "dream" }), "channel input.enum"},
		{"nothing may be invested", amount(0), ""},
		{"not less than nothing", amount(-1), "amount input.negative"},
		{"a referrer is of a kind there is", lead(func(f *recruit.LeadFacts) { f.ReferrerKind = "cousin" }), "referrer_kind input.enum"},
		{"an enterprise refers", lead(func(f *recruit.LeadFacts) { f.ReferrerKind = domain.SubjectEnterprise }), ""},
		{"a person refers", lead(func(f *recruit.LeadFacts) { f.ReferrerKind = domain.SubjectPerson }), ""},
		{"a referrer in the library has a kind", lead(func(f *recruit.LeadFacts) { f.ReferrerKind = "" }), "referrer_kind input.required"},
		{"a bare name has none", lead(func(f *recruit.LeadFacts) { f.ReferrerKind, f.ReferrerID, f.ReferrerName = "", "", "老张" }), ""},
		{"an industry is one of GB/T 4754", lead(func(f *recruit.LeadFacts) { f.Industry = "9999" }), "industry project.industry_unknown"},
	})
}

// after returns what fn says to a lead of a state, and the state it has then.
func after(state recruit.LeadState, fn func(l *recruit.Lead) error) (recruit.LeadState, error) {
	l := recruit.Lead{State: state, Verdict: "可谈", AssessedBy: "p", AssessedOn: day("2026-03-01"),
		LeadFacts: recruit.LeadFacts{NextOn: day("2026-04-01"), NextAction: "拜访"}}
	err := fn(&l)
	return l.State, err
}

func TestALeadMovesOnlyWhereItsStateAllows(t *testing.T) {
	t.Parallel()
	assess := func(valid bool, verdict string) func(*recruit.Lead) error {
		return func(l *recruit.Lead) error { return l.Assess(valid, verdict, "q", day("2026-03-02")) }
	}
	convert := func(l *recruit.Lead) error { return l.Convert("c", "p") }
	reopen := func(l *recruit.Lead) error { return l.Reopen() }
	postpone := func(on domain.Date) func(*recruit.Lead) error {
		return func(l *recruit.Lead) error { return l.Postpone(on) }
	}
	for _, c := range []struct {
		name string
		from recruit.LeadState
		fn   func(*recruit.Lead) error
		want string
		to   recruit.LeadState
	}{
		{name: "an open lead is found valid", from: recruit.Open, fn: assess(true, "可谈"), to: recruit.Valid},
		{name: "or invalid", from: recruit.Open, fn: assess(false, "无意"), to: recruit.Invalid},
		{name: "an invalid one is assessed again", from: recruit.Invalid, fn: assess(true, "又来"), to: recruit.Valid},
		{name: "a converted one is not", from: recruit.Converted, fn: assess(true, "可谈"), want: "lead.converted", to: recruit.Converted},
		{name: "an assessment has a reason", from: recruit.Open, fn: assess(true, " "), want: "verdict input.required", to: recruit.Open},
		{name: "an open lead is converted", from: recruit.Open, fn: convert, to: recruit.Converted},
		{name: "so is a valid one", from: recruit.Valid, fn: convert, to: recruit.Converted},
		{name: "not twice", from: recruit.Converted, fn: convert, want: "lead.converted", to: recruit.Converted},
		{name: "not an invalid one", from: recruit.Invalid, fn: convert, want: "lead.invalid", to: recruit.Invalid},
		{name: "a valid lead is opened again", from: recruit.Valid, fn: reopen, to: recruit.Open},
		{name: "so is an invalid one", from: recruit.Invalid, fn: reopen, to: recruit.Open},
		{name: "an open one is open", from: recruit.Open, fn: reopen, want: "lead.open", to: recruit.Open},
		{name: "a converted one stays so", from: recruit.Converted, fn: reopen, want: "lead.converted", to: recruit.Converted},
		{name: "an open lead gets another day", from: recruit.Open, fn: postpone(day("2026-05-01")), to: recruit.Open},
		{name: "so does a valid one", from: recruit.Valid, fn: postpone(day("2026-05-01")), to: recruit.Valid},
		{name: "an invalid one is not followed", from: recruit.Invalid, fn: postpone(day("2026-05-01")), want: "lead.not_followed",
			to: recruit.Invalid},
		{name: "nor is a converted one", from: recruit.Converted, fn: postpone(day("2026-05-01")), want: "lead.converted", to: recruit.Converted},
		{name: "the day is there", from: recruit.Open, fn: postpone(domain.Date{}), want: "next_on input.required", to: recruit.Open},
	} {
		to, err := after(c.from, c.fn)
		if got := refusal(err); got != c.want || to != c.to {
			t.Errorf("%s: refused by %q and %s, want %q and %s", c.name, got, to, c.want, c.to)
		}
	}
}

func TestWhatALeadIsLeftWithAfterEachStep(t *testing.T) {
	t.Parallel()
	l := recruit.Lead{State: recruit.Open, LeadFacts: recruit.LeadFacts{NextOn: day("2026-04-01"), NextAction: "拜访"}}
	if err := l.Assess(true, " 可谈 ", "q", day("2026-03-02")); err != nil || l.Verdict != "可谈" || l.AssessedBy != "q" ||
		l.AssessedOn != day("2026-03-02") {
		t.Errorf("assessed: %+v %v", l, err)
	}
	if err := l.Convert("c", "p"); err != nil || l.ClientID != "c" || l.ProjectID != "p" || !l.NextOn.IsZero() || l.NextAction != "" {
		t.Errorf("converted: %+v %v", l, err)
	}
	l.State = recruit.Invalid
	if err := l.Reopen(); err != nil || l.Verdict != "" || l.AssessedBy != "" || !l.AssessedOn.IsZero() {
		t.Errorf("opened again: %+v %v", l, err)
	}
}
