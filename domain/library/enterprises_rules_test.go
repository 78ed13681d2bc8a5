package library_test

import (
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

func TestEnterprisesAreWrittenByThoseWhoMayAndByTheRules(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	_, _, _, enterprises, reaches := county()
	writer, reader := everywhere(org.EnterpriseWrite), everywhere(org.EnterpriseRead)
	facts := func(since domain.Date) library.EnterpriseFacts {
		return library.EnterpriseFacts{OrganizationFacts: library.OrganizationFacts{Name: "三汇水泥"}, State: library.Halted, StateSince: since}
	}
	today, tomorrow := day(2026, 7, 1), day(2026, 7, 2)
	nameless := facts(today)
	nameless.Name = ""
	refuses(t, []refusal{
		{"adding needs the right", func() error { return only(enterprises.Add(ctx, reader, "", facts(today), nil)) },
			forbidden(org.EnterpriseWrite)},
		{"adding keeps to the rules", func() error { return only(enterprises.Add(ctx, writer, "", nameless, nil)) },
			[]string{"name input.required"}},
		{"a state since today is added", func() error { return only(enterprises.Add(ctx, writer, "", facts(today), nil)) }, nil},
		{"a state since tomorrow is not added", func() error { return only(enterprises.Add(ctx, writer, "", facts(tomorrow), nil)) },
			[]string{"state_since input.future"}},
		{"revising needs the right", func() error { return only(enterprises.Revise(ctx, reader, "e", 3, facts(today), nil)) },
			forbidden(org.EnterpriseWrite)},
		{"revising keeps to the rules", func() error { return only(enterprises.Revise(ctx, writer, "e", 3, nameless, nil)) },
			[]string{"name input.required"}},
		{"a state since tomorrow is not written", func() error { return only(enterprises.Revise(ctx, writer, "e", 3, facts(tomorrow), nil)) },
			[]string{"state_since input.future"}},
		{"revising asks for the version read", func() error { return only(enterprises.Revise(ctx, writer, "e", 2, facts(today), nil)) },
			[]string{"stale record.stale"}},
		{"a state since today is written", func() error { return only(enterprises.Revise(ctx, writer, "e", 3, facts(today), nil)) }, nil},
	})
	reaches[org.EnterpriseWrite] = false
	refuses(t, []refusal{{"an enterprise that is seen and out of reach is not written",
		func() error { return only(enterprises.Revise(ctx, writer, "e", 4, facts(today), nil)) }, []string{"forbidden actor.out_of_reach"}}})
}

func TestTheDayOfANewStateIsTodayUnlessSaid(t *testing.T) {
	t.Parallel()
	ctx, writer := t.Context(), everywhere(org.EnterpriseWrite)
	for _, c := range []struct {
		sentence    string
		state       library.OperatingState
		since, want domain.Date
	}{
		{sentence: "a new state without a day begins today", state: library.Halted, since: domain.Date{}, want: day(2026, 7, 1)},
		{sentence: "a new state with the old day begins today", state: library.Halted, since: day(2026, 1, 5), want: day(2026, 7, 1)},
		{sentence: "a new state with a day of its own begins on it", state: library.Halted, since: day(2026, 6, 3), want: day(2026, 6, 3)},
		{sentence: "the same state without a day keeps its day", state: library.Normal, since: domain.Date{}, want: day(2026, 1, 5)},
		{sentence: "the same state takes another day", state: library.Normal, since: day(2026, 2, 1), want: day(2026, 2, 1)},
	} {
		m, _, _, enterprises, _ := county()
		f := m.enterprises["e"].EnterpriseFacts
		f.State, f.StateSince = c.state, c.since
		if _, err := enterprises.Revise(ctx, writer, "e", 3, f, nil); err != nil {
			t.Fatalf("%s: %v", c.sentence, err)
		}
		if got := m.enterprises["e"].StateSince; got != c.want {
			t.Errorf("%s: %s, want %s", c.sentence, got, c.want)
		}
	}
}
