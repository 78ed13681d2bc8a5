package recruit_test

import (
	"slices"
	"testing"
	"time"

	"sangu/domain"
	"sangu/domain/recruit"
)

func planned(state recruit.VisitState) recruit.Visit {
	return recruit.Visit{State: state, VisitFacts: recruit.VisitFacts{Way: recruit.Out, On: day("2026-09-26"), StartsAt: "09:30",
		Company: "恒瑞新能"}}
}

func TestAVisitKeepsTheRules(t *testing.T) {
	t.Parallel()
	visit := func(change func(f *recruit.VisitFacts)) error {
		f := planned(recruit.Planned).VisitFacts
		change(&f)
		return f.Check()
	}
	holdRules(t, []rule{
		{"a visit in full", visit(func(*recruit.VisitFacts) {}), ""},
		{"guests come too", visit(func(f *recruit.VisitFacts) { f.Way = recruit.In }), ""},
		{"a visit goes out or comes in", visit(func(f *recruit.VisitFacts) { f.Way = "round" }), "way input.enum"},
		{"a visit has a day", visit(func(f *recruit.VisitFacts) { f.On = domain.Date{} }), "on input.required"},
		{"a visit is to somebody", visit(func(f *recruit.VisitFacts) { f.Company = " " }), "company input.required"},
		{"a visit may have no hour", visit(func(f *recruit.VisitFacts) { f.StartsAt = "" }), ""},
		{"its hour is one of the day", visit(func(f *recruit.VisitFacts) { f.StartsAt = "25:00" }), "starts_at visit.time"},
	})
}

func TestAVisitMovesOnlyWhereItsStateAllows(t *testing.T) {
	t.Parallel()
	today := day("2026-09-26")
	complete := func(outcome, summary string, on domain.Date) func(*recruit.Visit) error {
		return func(v *recruit.Visit) error { return v.Complete(outcome, summary, "", on) }
	}
	cancel := func(reason string) func(*recruit.Visit) error {
		return func(v *recruit.Visit) error { return v.Cancel(reason) }
	}
	reopen := func(v *recruit.Visit) error { return v.Reopen() }
	move := func(on domain.Date, at *string) func(*recruit.Visit) error {
		return func(v *recruit.Visit) error { return v.Reschedule(on, at) }
	}
	late := "25:00"
	for _, c := range []struct {
		name string
		from recruit.VisitState
		fn   func(*recruit.Visit) error
		want string
		to   recruit.VisitState
	}{
		{name: "a planned visit is done on its day", from: recruit.Planned, fn: complete("intent", "谈妥", today), to: recruit.Done},
		{name: "not before", from: recruit.Planned, fn: complete("intent", "谈妥", today.AddDays(-1)), want: "on visit.not_yet",
			to: recruit.Planned},
		{name: "its outcome is one there is", from: recruit.Planned, fn: complete("bliss", "谈妥", today), want: "outcome input.enum",
			to: recruit.Planned},
		{name: "what was said is kept", from: recruit.Planned, fn: complete("none", " ", today), want: "summary input.required",
			to: recruit.Planned},
		{name: "every fault is named at once", from: recruit.Planned, fn: complete("", "", today.AddDays(-1)),
			want: "outcome input.enum, summary input.required, on visit.not_yet", to: recruit.Planned},
		{name: "a visit is not done twice", from: recruit.Done, fn: complete("none", "又去", today), want: "visit.not_planned", to: recruit.Done},
		{name: "nor is a cancelled one done", from: recruit.Cancelled, fn: complete("none", "去了", today), want: "visit.not_planned",
			to: recruit.Cancelled},
		{name: "a planned visit is called off", from: recruit.Planned, fn: cancel("暴雨"), to: recruit.Cancelled},
		{name: "with a reason", from: recruit.Planned, fn: cancel(" "), want: "reason input.required", to: recruit.Planned},
		{name: "a visit that was made is not called off", from: recruit.Done, fn: cancel("暴雨"), want: "visit.not_planned", to: recruit.Done},
		{name: "a visit is not called off twice", from: recruit.Cancelled, fn: cancel("暴雨"), want: "visit.not_planned", to: recruit.Cancelled},
		{name: "a visit that was made is planned again", from: recruit.Done, fn: reopen, to: recruit.Planned},
		{name: "so is a cancelled one", from: recruit.Cancelled, fn: reopen, to: recruit.Planned},
		{name: "a planned one is planned", from: recruit.Planned, fn: reopen, want: "visit.planned", to: recruit.Planned},
		{name: "a planned visit gets another day", from: recruit.Planned, fn: move(today.AddDays(1), nil), to: recruit.Planned},
		{name: "the day is there", from: recruit.Planned, fn: move(domain.Date{}, nil), want: "on input.required", to: recruit.Planned},
		{name: "the hour is one of the day", from: recruit.Planned, fn: move(today, &late), want: "starts_at visit.time", to: recruit.Planned},
		{name: "a visit that was made keeps its day", from: recruit.Done, fn: move(today, nil), want: "visit.not_planned", to: recruit.Done},
		{name: "so does a cancelled one", from: recruit.Cancelled, fn: move(today, nil), want: "visit.not_planned", to: recruit.Cancelled},
	} {
		v := planned(c.from)
		if got := refusal(c.fn(&v)); got != c.want || v.State != c.to {
			t.Errorf("%s: refused by %q and %s, want %q and %s", c.name, got, v.State, c.want, c.to)
		}
	}
}

func TestAVisitIsRescheduledWithItsHourOnlyWhereOneIsSaid(t *testing.T) {
	t.Parallel()
	v, none := planned(recruit.Planned), ""
	if err := v.Reschedule(day("2026-09-27"), nil); err != nil || v.On != day("2026-09-27") || v.StartsAt != "09:30" {
		t.Errorf("without an hour: %+v %v", v.VisitFacts, err)
	}
	if err := v.Reschedule(day("2026-09-28"), &none); err != nil || v.On != day("2026-09-28") || v.StartsAt != "" {
		t.Errorf("for the whole day: %+v %v", v.VisitFacts, err)
	}
}

func TestAVisitIsOnThePagesOfAllItsRecordsInOneOrder(t *testing.T) {
	t.Parallel()
	f := recruit.VisitFacts{Leads: []domain.ID{"l2", "l1"}, Projects: []domain.ID{"p"}, Clients: []domain.ID{"c2", "c1"},
		Enterprises: []domain.ID{"e"}}
	want := []domain.Ref{{Kind: domain.SubjectClient, ID: "c1"}, {Kind: domain.SubjectClient, ID: "c2"},
		{Kind: domain.SubjectEnterprise, ID: "e"}, {Kind: domain.SubjectLead, ID: "l1"}, {Kind: domain.SubjectLead, ID: "l2"},
		{Kind: domain.SubjectProject, ID: "p"}}
	if got := f.Links(); !slices.Equal(got, want) {
		t.Errorf("links %v, want %v", got, want)
	}
	if !slices.Equal(f.Leads, []domain.ID{"l2", "l1"}) {
		t.Errorf("the visit's own leads became %v", f.Leads)
	}
}

func TestAFollowUpIsMovedUntilItIsDone(t *testing.T) {
	t.Parallel()
	open, done := recruit.FollowUp{}, recruit.FollowUp{DoneAt: time.Unix(1, 0)}
	holdRules(t, []rule{
		{"an open one gets another day", open.Reschedule(day("2026-09-30")), ""},
		{"the day is there", open.Reschedule(domain.Date{}), "due_on input.required"},
		{"one that is done stays", done.Reschedule(day("2026-09-30")), "follow_up.done"},
	})
	if open.DueOn != day("2026-09-30") {
		t.Errorf("due on %s", open.DueOn)
	}
}

func TestACalendarIsReadForSomeDays(t *testing.T) {
	t.Parallel()
	read := func(from, to domain.Date, kinds ...recruit.EntryKind) error {
		return recruit.AgendaFilter{From: from, To: to, Kinds: kinds}.Check(10)
	}
	on := day("2026-09-01")
	holdRules(t, []rule{
		{"one day", read(on, on), ""},
		{"as many as are allowed", read(on, on.AddDays(9)), ""},
		{"one more is too many", read(on, on.AddDays(10)), "to calendar.too_long"},
		{"not backwards", read(on, on.AddDays(-1)), "to input.date_order"},
		{"it begins on a day", read(domain.Date{}, on), "from input.required"},
		{"and ends on one", read(on, domain.Date{}), "to input.required"},
		{"kinds of entries", read(on, on, recruit.EntryKinds()...), ""},
		{"a kind there is not", read(on, on, "birthday"), "kinds input.enum"},
	})
}
