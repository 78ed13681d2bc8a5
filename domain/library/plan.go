package library

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// Plan is new days that a project is held to; nil leaves a day as it is.
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

// Replan returns a project other planned days over the version read.
func (s *Projects) Replan(ctx context.Context, actor domain.Actor, id domain.ID, version int, n Plan) (v ProjectView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := actor.Require(org.ProjectWrite); err != nil {
			return err
		}
		p, err := s.Store.Project(ctx, actor, id)
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
