package library_test

import (
	"errors"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// refusal is one call and what it is refused with; nothing where it is empty.
type refusal struct {
	sentence string
	call     func() error
	refused  []string
}

func refuses(t *testing.T, all []refusal) {
	t.Helper()
	for _, r := range all {
		if got := faults(r.call()); !slices.Equal(got, r.refused) {
			t.Errorf("%s: refused %q, want %q", r.sentence, got, r.refused)
		}
	}
}

func only[T any](_ T, err error) error { return err }

func forbidden(right domain.Right) []string {
	err := domain.Actor{}.Require(right)
	return faults(err)
}

func TestProjectsAreWrittenByThoseWhoMayAndByTheRules(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	_, projects, _, _, reaches := county()
	writer, reader := everywhere(org.ProjectWrite), everywhere(org.ProjectRead)
	facts := library.ProjectFacts{Name: "竹木", ResponsibleUnitID: "unit"}
	start := day(2026, 9, 1)
	refuses(t, []refusal{
		{"adding needs the right", func() error { return only(projects.Add(ctx, reader, library.NewProject{Facts: facts})) },
			forbidden(org.ProjectWrite)},
		{"adding keeps to the rules", func() error { return only(projects.Add(ctx, writer, library.NewProject{})) },
			[]string{"name input.required"}},
		{"adding is done", func() error { return only(projects.Add(ctx, writer, library.NewProject{Facts: facts})) }, nil},
		{"revising needs the right", func() error { return only(projects.Revise(ctx, reader, "p", 3, facts, nil, nil)) },
			forbidden(org.ProjectWrite)},
		{"revising keeps to the rules", func() error { return only(projects.Revise(ctx, writer, "p", 3, library.ProjectFacts{}, nil, nil)) },
			[]string{"name input.required", "responsible_unit_id input.required"}},
		{"revising asks for the version read", func() error { return only(projects.Revise(ctx, writer, "p", 2, facts, nil, nil)) },
			[]string{"stale record.stale"}},
		{"a project out of scope is not found", func() error { return only(projects.Revise(ctx, writer, "q", 1, facts, nil, nil)) },
			[]string{"not_found project.not_found"}},
		{"planning needs the right", func() error { return only(projects.Replan(ctx, reader, "p", 3, library.Plan{Start: &start})) },
			forbidden(org.ProjectWrite)},
		{"planning is done", func() error { return only(projects.Replan(ctx, writer, "p", 3, library.Plan{Start: &start})) }, nil},
		{"planning asks for the version read", func() error { return only(projects.Replan(ctx, writer, "p", 3, library.Plan{Start: &start})) },
			[]string{"stale record.stale"}},
	})
	reaches[org.ProjectWrite] = false
	refuses(t, []refusal{{"a project that is seen and out of reach is not written",
		func() error { return only(projects.Revise(ctx, writer, "p", 4, facts, nil, nil)) }, []string{"forbidden actor.out_of_reach"}}})
}

func TestADayWhoseStageWasReachedIsNotPlannedAnew(t *testing.T) {
	t.Parallel()
	ctx, writer := t.Context(), everywhere(org.ProjectWrite)
	on := day(2026, 9, 1)
	for _, c := range []struct {
		at      library.Stage
		plan    library.Plan
		refused []string
	}{
		{library.Permitting, library.Plan{Start: &on}, nil},
		{library.Started, library.Plan{Start: &on}, []string{"planned_start project.plan_met"}},
		{library.Started, library.Plan{Completion: &on}, nil},
		{library.Completed, library.Plan{Completion: &on}, []string{"planned_completion project.plan_met"}},
		{library.Completed, library.Plan{Production: &on}, nil},
		{library.InProduction, library.Plan{Production: &on}, []string{"planned_production project.plan_met"}},
		{library.FullCapacity, library.Plan{}, nil},
	} {
		m, projects, _, _, _ := county()
		p := m.projects["p"]
		p.Stage = c.at
		m.projects["p"] = p
		_, err := projects.Replan(ctx, writer, "p", 3, c.plan)
		if got := faults(err); !slices.Equal(got, c.refused) {
			t.Errorf("at %s, plan %+v: refused %q, want %q", c.at, c.plan, got, c.refused)
		}
	}
}

func TestPlannedDaysAreReadInSpansOfAtMost62Days(t *testing.T) {
	t.Parallel()
	_, projects, _, _, _ := county()
	read := func(from, to domain.Date) func() error {
		return func() error {
			return only(projects.PlannedDays(t.Context(), domain.Actor{}, library.ProjectFilter{}, from, to))
		}
	}
	from := day(2026, 7, 1)
	refuses(t, []refusal{
		{"a span has a first day", read(domain.Date{}, from), []string{"from input.required"}},
		{"a span has a last day", read(from, domain.Date{}), []string{"to input.required"}},
		{"one day is a span", read(from, from), nil},
		{"the last day is not before the first", read(from, from.AddDays(-1)), []string{"to input.date_order"}},
		{"62 days are read", read(from, from.AddDays(61)), nil},
		{"63 days are too many", read(from, from.AddDays(62)), []string{"to calendar.too_long"}},
	})
}

func TestClientsAreWrittenByThoseWhoMayAndByTheRules(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	_, _, clients, _, reaches := county()
	writer, reader := everywhere(org.ClientWrite), everywhere(org.ClientRead)
	facts := library.ClientFacts{OrganizationFacts: library.OrganizationFacts{Name: "百龙公司"}}
	refuses(t, []refusal{
		{"adding needs the right", func() error { return only(clients.Add(ctx, reader, "", facts)) }, forbidden(org.ClientWrite)},
		{"adding keeps to the rules", func() error { return only(clients.Add(ctx, writer, "", library.ClientFacts{})) },
			[]string{"name input.required"}},
		{"adding is done", func() error { return only(clients.Add(ctx, writer, "", facts)) }, nil},
		{"revising needs the right", func() error { return only(clients.Revise(ctx, reader, "c", 3, facts)) }, forbidden(org.ClientWrite)},
		{"revising keeps to the rules", func() error { return only(clients.Revise(ctx, writer, "c", 3, library.ClientFacts{})) },
			[]string{"name input.required"}},
		{"revising asks for the version read", func() error { return only(clients.Revise(ctx, writer, "c", 2, facts)) },
			[]string{"stale record.stale"}},
		{"revising is done", func() error { return only(clients.Revise(ctx, writer, "c", 3, facts)) }, nil},
	})
	reaches[org.ClientWrite] = false
	refuses(t, []refusal{{"a client that is seen and out of reach is not written",
		func() error { return only(clients.Revise(ctx, writer, "c", 4, facts)) }, []string{"forbidden actor.out_of_reach"}}})
}

func TestContactsAreWrittenByTheRules(t *testing.T) {
	t.Parallel()
	ctx, writer := t.Context(), everywhere(org.ClientWrite)
	_, _, clients, _, _ := county()
	add := func(k library.Contact) func() error {
		k.ClientID = "c"
		return func() error { return only(clients.AddContact(ctx, writer, k)) }
	}
	revise := func(version int, k library.Contact) func() error {
		k.ID = "k"
		return func() error { return only(clients.ReviseContact(ctx, writer, version, k)) }
	}
	refuses(t, []refusal{
		{"a new contact has a name", add(library.Contact{}), []string{"name input.required"}},
		{"a new contact's phone is one", add(library.Contact{Name: "李总", WorkPhone: "12"}), []string{"work_phone input.phone"}},
		{"a new contact needs no phone", add(library.Contact{Name: "李总"}), nil},
		{"a new contact has a phone", add(library.Contact{Name: "李总", WorkPhone: "138 0000 0002"}), nil},
		{"a contact's version is the one read", revise(2, library.Contact{Name: "李总"}), []string{"stale record.stale"}},
		{"a contact keeps a name", revise(3, library.Contact{}), []string{"name input.required"}},
		{"a contact's phone stays one", revise(3, library.Contact{Name: "李总", WorkPhone: "12"}), []string{"work_phone input.phone"}},
		{"a contact is revised", revise(3, library.Contact{Name: "李董"}), nil},
	})
}

func TestThePhoneOfAContactIsRevealedToThoseWhoSeeTheClient(t *testing.T) {
	t.Parallel()
	m, _, clients, _, _ := county()
	if phone, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k"); err != nil || phone != "13800000001" {
		t.Errorf("seen: %q, %v", phone, err)
	}
	m.hidden["c"] = true
	_, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k")
	if got := faults(err); !slices.Equal(got, []string{"not_found contact.not_found"}) {
		t.Errorf("unseen: %q", got)
	}
	m.broken = errBroken
	if _, err := clients.Phone(t.Context(), everywhere(org.ClientRead), "k"); !errors.Is(err, errBroken) {
		t.Errorf("broken: %v", err)
	}
}

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
		{"a new state without a day begins today", library.Halted, domain.Date{}, day(2026, 7, 1)},
		{"a new state with the old day begins today", library.Halted, day(2026, 1, 5), day(2026, 7, 1)},
		{"a new state with a day of its own begins on it", library.Halted, day(2026, 6, 3), day(2026, 6, 3)},
		{"the same state without a day keeps its day", library.Normal, domain.Date{}, day(2026, 1, 5)},
		{"the same state takes another day", library.Normal, day(2026, 2, 1), day(2026, 2, 1)},
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
