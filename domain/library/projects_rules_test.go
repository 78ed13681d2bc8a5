package library_test

import (
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

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
