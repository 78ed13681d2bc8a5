package reporting

import (
	"context"
	"testing"

	"sangu/domain"
	"sangu/domain/library"
)

// report is a way to ask for one report.
type report func(ctx context.Context, s *Reports, a domain.Actor) error

func reports() map[string]report {
	f := ReportFilter{Rule: -1}
	return map[string]report{
		"funnel": func(ctx context.Context, s *Reports, a domain.Actor) error { _, err := s.Funnel(ctx, a, f); return err },
		"conversion": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.Conversion(ctx, a, f, ByAll)
			return err
		},
		"rows": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.Rows(ctx, a, f, RowsQuery{By: ByAll, Figure: "signed"})
			return err
		},
		"analysis": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.Analyse(ctx, a, f, AnalysisQuery{})
			return err
		},
		"start probabilities": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.StartProbabilities(ctx, a, f, domain.Date{})
			return err
		},
		"start probability": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.StartProbabilityOf(ctx, a, "p", today.AddDays(1))
			return err
		},
		"funds": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.Funds(ctx, a, f, FundQuery{})
			return err
		},
		"work lists": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.WorkLists(ctx, a, library.ProjectFilter{})
			return err
		},
		"targets": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.YearTargets(ctx, a, 2026)
			return err
		},
		"target breakdowns": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.TargetBreakdowns(ctx, a, 2026)
			return err
		},
		"bulletins": func(ctx context.Context, s *Reports, a domain.Actor) error { _, err := s.Bulletins(ctx, a); return err },
		"bulletin": func(ctx context.Context, s *Reports, a domain.Actor) error {
			_, err := s.Bulletin(ctx, a, "b")
			return err
		},
	}
}

func TestEveryReportAsksForTheRightToReadReports(t *testing.T) {
	t.Parallel()
	m := &memory{snapshots: []ProjectSnapshot{{ProjectID: "p"}}}
	for name, ask := range reports() {
		if got := refusal(t, ask(t.Context(), m.service(), domain.RunAs("nobody"))); got != "actor.right_missing" {
			t.Errorf("%s without the right: %q", name, got)
		}
		if err := ask(t.Context(), m.service(), reader()); err != nil {
			t.Errorf("%s with the right: %v", name, err)
		}
	}
}

func TestABulletinIsOfAMonthThatHasBegun(t *testing.T) {
	t.Parallel()
	type asked struct {
		actor domain.Actor
		month string
	}
	check := func(a asked) error {
		_, err := (&memory{}).service().Publish(t.Context(), a.actor, a.month)
		return err
	}
	holdRules(t, func() asked { return asked{office(), "2026-09"} }, check, []rule[asked]{
		{"the office alone publishes", func(a *asked) { a.actor = reader() }, "actor.right_missing"},
		{"what is no month is refused", func(a *asked) { a.month = "2026-13" }, "month bulletin.month"},
		{"no month is refused", func(a *asked) { a.month = "" }, "month bulletin.month"},
		{"a month to come is refused", func(a *asked) { a.month = "2026-10" }, "month input.future"},
		{"a month long past is taken", func(a *asked) { a.month = "2020-01" }, ""},
	})
	first := domain.MustDate("2026-10-01")
	if got, err := firstOf("2026-10", first); err != nil || got != first {
		t.Errorf("on its first day a month has begun, but: %v, %v", got, err)
	}
}

func TestReportsAreOfDaysThatHaveCome(t *testing.T) {
	t.Parallel()
	until := func(day domain.Date) string {
		_, err := (&memory{}).service().Funnel(t.Context(), reader(), ReportFilter{Rule: -1, Until: day})
		return refusal(t, err)
	}
	if got := until(today); got != "" {
		t.Errorf("of today: %q", got)
	}
	if got := until(today.AddDays(1)); got != "until input.future" {
		t.Errorf("of tomorrow: %q", got)
	}
}

func TestStartsAreExpectedOfDaysToCome(t *testing.T) {
	t.Parallel()
	s := (&memory{snapshots: []ProjectSnapshot{{ProjectID: "p"}}}).service()
	all := func(by domain.Date) string {
		_, err := s.StartProbabilities(t.Context(), reader(), ReportFilter{Rule: -1}, by)
		return refusal(t, err)
	}
	one := func(project domain.ID, by domain.Date) string {
		_, err := s.StartProbabilityOf(t.Context(), reader(), project, by)
		return refusal(t, err)
	}
	for name, x := range map[string]struct{ got, want string }{
		"of all by the cut-off":    {all(today), ""},
		"of all by the day before": {all(today.AddDays(-1)), "by input.past"},
		"of one by tomorrow":       {one("p", today.AddDays(1)), ""},
		"of one by today":          {one("p", today), "by input.past"},
		"of one by yesterday":      {one("p", today.AddDays(-1)), "by input.past"},
		"of one that there is not": {one("q", today.AddDays(1)), "project.not_found"},
	} {
		if x.got != x.want {
			t.Errorf("%s: %q, want %q", name, x.got, x.want)
		}
	}
}

func TestConversionIsGroupedByWhatThereIs(t *testing.T) {
	t.Parallel()
	ask := func(by Grouping) string {
		_, err := (&memory{}).service().Conversion(t.Context(), reader(), ReportFilter{Rule: -1}, by)
		return refusal(t, err)
	}
	for _, by := range Groupings() {
		if got := ask(by); got != "" {
			t.Errorf("by %s: %q", by, got)
		}
	}
	if got := ask("colour"); got != "by input.enum" {
		t.Errorf("by colour: %q", got)
	}
}

func TestRowsAreOfAFigureThatThereIs(t *testing.T) {
	t.Parallel()
	check := func(q RowsQuery) error {
		_, err := (&memory{}).service().Rows(t.Context(), reader(), ReportFilter{Rule: -1}, q)
		return err
	}
	timed := func(figure string, months float64) func(*RowsQuery) {
		return func(q *RowsQuery) { q.Figure, q.Months = figure, months }
	}
	staged := func(figure string, stage library.Stage) func(*RowsQuery) {
		return func(q *RowsQuery) { q.Figure, q.Stage = figure, stage }
	}
	holdRules(t, func() RowsQuery { return RowsQuery{By: ByAll, Figure: "signed"} }, check, []rule[RowsQuery]{
		{"a grouping that there is not is refused", func(q *RowsQuery) { q.By = "colour" }, "by input.enum"},
		{"a figure that there is not is refused", func(q *RowsQuery) { q.Figure = "luck" }, "figure input.enum"},
		{"months below nothing are refused", func(q *RowsQuery) { q.Months = -0.5 }, "months input.required"},
		{"what had started by a time says by when", timed("started_by", 0), "months input.required"},
		{"what had ended by a time says by when", timed("ended_by", 0), "months input.required"},
		{"what was watched so long says how long", timed("at_risk", 0), "months input.required"},
		{"half a month is a time", timed("at_risk", 0.5), ""},
		{"what reached a stage says which", staged("reached", ""), "of_stage input.enum"},
		{"what came so far says how far", staged("path", "BUILT"), "of_stage input.enum"},
		{"what is at a stage says which", staged("standing", ""), "of_stage input.enum"},
		{"the first stage is one", staged("standing", library.Lead), ""},
	})
}
