package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// PlannedDay is the day for which a project's start, completion or production is
// planned. Met is true where the project has reached that stage.
type PlannedDay struct {
	ProjectID domain.ID
	Name      string
	Kind      string // start, completion, production
	On        domain.Date
	Stage     Stage
	Unit      string // responsible
	Met       bool
}

// mostPlannedSpan is how many days are read at once: two months.
const mostPlannedSpan = 62

// PlannedDays returns the planned days from one day to another, both included, of the
// filter's projects that have not ended. It returns a KindInvalid error if a day is
// missing, the days are out of order, or the span is longer than 62 days.
func (s *Projects) PlannedDays(ctx context.Context, actor domain.Actor, f ProjectFilter, from, to domain.Date) ([]PlannedDay, error) {
	var c domain.Check
	c.That(!from.IsZero(), "from", "input.required")
	c.That(!to.IsZero(), "to", "input.required")
	if err := c.Err(); err != nil {
		return nil, err
	}
	c.That(!to.Before(from), "to", "input.date_order")
	c.That(to.DaysSince(from) < mostPlannedSpan, "to", "calendar.too_long", "max", mostPlannedSpan)
	if err := c.Err(); err != nil {
		return nil, err
	}
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return nil, err
	}
	return s.reader.PlannedDays(ctx, actor, f, from, to)
}

// Plan is the new planned days of a project; nil leaves a day as it is.
type Plan struct{ Start, Completion, Production *domain.Date }

// apply returns the project's facts with the plan's days. It returns a KindInvalid
// error if the stage of a day was reached: the day then says how late or early the
// stage came, and is not changed any more.
func (n Plan) apply(p Project) (ProjectFacts, error) {
	f := p.ProjectFacts
	for _, d := range []struct {
		to    *domain.Date
		at    *domain.Date
		stage Stage
		path  string
	}{{to: n.Start, at: &f.PlannedStart, stage: Started, path: "planned_start"},
		{to: n.Completion, at: &f.PlannedCompletion, stage: Completed, path: "planned_completion"},
		{to: n.Production, at: &f.PlannedProduction, stage: InProduction, path: "planned_production"}} {
		if d.to == nil {
			continue
		}
		if p.Stage.Reached(d.stage) {
			return f, domain.InvalidField(d.path, "project.plan_met")
		}
		*d.at = *d.to
	}
	return f, nil
}

// Replan changes a project's planned days over the version read. It returns a
// KindInvalid error if the stage of a day was reached; its other errors are those of
// Revise.
func (s *Projects) Replan(ctx context.Context, actor domain.Actor, id domain.ID, version int, n Plan) (v ProjectView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := actor.Require(org.ProjectWrite); err != nil {
			return err
		}
		p, err := s.store.Project(ctx, actor, id)
		if err != nil {
			return err
		}
		f, err := n.apply(p)
		if err != nil {
			return err
		}
		if _, err := s.ReviseWithin(ctx, actor, id, version, f, presentLeaders(p.Leaders), p.Dossier); err != nil {
			return err
		}
		v, err = s.projectView(ctx, actor, id)
		return err
	})
	return v, err
}

// workingDaysTo counts the working days from today to the day on which a project is
// planned to reach a stage. A negative number counts those since that day; it is 0
// too where no office was open since. It returns nil where no day is planned, where
// the project has reached the stage, or where it is not active.
func (s *Projects) workingDaysTo(today, planned domain.Date, to, at Stage, status Status) *int {
	if planned.IsZero() || status != Active || at.Reached(to) {
		return nil
	}
	n := s.Days.Worked(today, planned)
	return &n
}

// projectView reads a project with the working days until its planned days. It
// returns a KindNotFound error if there is none in the actor's scope.
func (s *Projects) projectView(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error) {
	v, err := s.reader.ProjectView(ctx, actor, id)
	if err != nil {
		return v, err
	}
	v.WorkingDaysLeft = map[Stage]int{}
	today := domain.Today(s.Clock)
	for stage, planned := range map[Stage]domain.Date{Started: v.PlannedStart, Completed: v.PlannedCompletion,
		InProduction: v.PlannedProduction} {
		if n := s.workingDaysTo(today, planned, stage, v.Stage, v.Status); n != nil {
			v.WorkingDaysLeft[stage] = *n
		}
	}
	return v, nil
}
