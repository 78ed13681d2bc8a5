package reporting

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// RowsQuery names one figure of a report: of which group, and for those that go
// by time or by stage of which.
type RowsQuery struct {
	By     Grouping
	Key    string
	Figure string
	Months float64       // of started_by, ended_by and at_risk
	Stage  library.Stage // of reached, path, standing and denied
}

// FigureNames lists the figures that can be opened. All but path, standing and
// denied are of signings that the rule counts.
func FigureNames() []string {
	return []string{"signed", "signed_confirmed", "fulfilling", "started", "started_confirmed", "in_production", "produced_confirmed",
		"terminated", "waiting",
		"waiting_new", "started_by", "ended_by", "at_risk", "reached", "path", "standing", "denied"}
}

// check refuses a figure that does not exist, or that does not name the months or
// the stage that it is of.
func (q RowsQuery) check() error {
	var c domain.Check
	c.That(slices.Contains(Groupings(), q.By), "by", "input.enum", "allowed", Groupings())
	c.That(slices.Contains(FigureNames(), q.Figure), "figure", "input.enum", "allowed", FigureNames())
	timed := q.Figure == "started_by" || q.Figure == "ended_by" || q.Figure == "at_risk"
	c.That(q.Months >= 0 && (!timed || q.Months > 0), "months", "input.required")
	staged := q.Figure == "reached" || q.ofWholeWay()
	c.That(!staged || q.Stage.Rank() >= 0, "of_stage", "input.enum", "allowed", library.Stages())
	return c.Err()
}

// ProjectRow is a project behind a figure with what it adds to it: under credit by
// split a unit's figure has its share of the amount, and the project itself only
// where it is that unit's.
type ProjectRow struct {
	ProjectSnapshot
	Counted Tally
}

// ProjectRows are the rows of a figure; Sum is the figure.
type ProjectRows struct {
	Basis
	Items []ProjectRow
	Sum   Tally
}

// Rows returns the projects behind one figure of a group: what the figure counts,
// neither more nor less. It returns a KindForbidden error without the right to
// read reports, and a KindInvalid error by the rules of RowsQuery and of the
// filter.
func (s *Reports) Rows(ctx context.Context, actor domain.Actor, f ReportFilter, q RowsQuery) (ProjectRows, error) {
	if err := actor.Require(org.ReportRead); err != nil {
		return ProjectRows{}, err
	}
	if err := q.check(); err != nil {
		return ProjectRows{}, err
	}
	f, rule, err := s.resolveFilter(ctx, f)
	if err != nil {
		return ProjectRows{}, err
	}
	all, err := s.snapshots(ctx, actor, f, rule)
	if err != nil {
		return ProjectRows{}, err
	}
	if !q.ofWholeWay() {
		all = counted(all, f.Until, rule)
	}
	out := ProjectRows{Basis: s.BasisOf(f, rule)}
	for _, p := range all {
		if t, in := p.countsFor(q, rule); in && p.figures(q, f, rule) {
			out.Items = append(out.Items, ProjectRow{p, t})
			out.Sum = out.Sum.Plus(t)
		}
	}
	return out, nil
}

// ofWholeWay reports whether a figure is of all projects, by their investment,
// and not of signings, by what was signed.
func (q RowsQuery) ofWholeWay() bool {
	return q.Figure == "path" || q.Figure == "standing" || q.Figure == "denied"
}

// countsFor returns what the project adds to the group of a query; ok is false
// where it is not in it.
func (p ProjectSnapshot) countsFor(q RowsQuery, rule CountingRule) (Tally, bool) {
	if q.By == ByAll {
		t := Tally{1, p.SignedAmount}
		if q.ofWholeWay() {
			t.Amount = 0
			if p.TotalInvestment != nil {
				t.Amount = *p.TotalInvestment
			}
		}
		return t, true
	}
	groups, tallies := p.tallies(q.By, rule, nil)
	if i := slices.IndexFunc(groups, func(g slot) bool { return g.key == q.Key }); i >= 0 {
		return tallies[i], true
	}
	return Tally{}, false
}

// figures reports whether the figure counts the project.
func (p ProjectSnapshot) figures(q RowsQuery, f ReportFilter, rule CountingRule) bool {
	switch q.Figure {
	case "path":
		return p.Stage.Reached(q.Stage)
	case "standing":
		return p.Stage == q.Stage && !p.Status.Over()
	case "denied":
		return p.Denied == q.Stage && !p.Status.Over()
	case "reached":
		on := p.By(q.Stage, rule)
		return !on.IsZero() && !on.Latest().After(f.Until)
	case "waiting", "waiting_new", "started_by", "ended_by", "at_risk":
		return p.waits(q, f, rule)
	}
	g := Signing{ReachedByStage: map[library.Stage]Tally{}}
	g.add(p, Tally{Count: 1}, f.Until, rule)
	return map[string]Tally{"signed": g.Signed, "signed_confirmed": g.SignedConfirmed, "fulfilling": g.Fulfilling, "started": g.Started,
		"started_confirmed": g.StartedConfirmed,
		"in_production":     g.InProduction, "produced_confirmed": g.ProducedConfirmed, "terminated": g.Terminated}[q.Figure].Count > 0
}

// waits reports whether a figure of the waiting curve counts the project.
func (p ProjectSnapshot) waits(q RowsQuery, f ReportFilter, rule CountingRule) bool {
	all := []Waiting{p.Wait(f.Until, rule)}
	if f.LateEntry {
		all = watched([]ProjectSnapshot{p}, all)
	}
	if len(all) == 0 {
		return false
	}
	w, days := all[0], DaysIn(q.Months)
	switch q.Figure {
	case "waiting":
		return w.Event == 0
	case "waiting_new":
		return w.isNew()
	case "started_by":
		return w.by(1, days)
	case "ended_by":
		return w.by(2, days)
	}
	return w.at(days)
}
