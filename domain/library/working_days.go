package library

import (
	"context"

	"sangu/domain"
)

// workdaysTo counts the working days that are left on a day until one on which a
// project is to have come to a stage: below 0 those that are past, 0 too where no
// office was open since. It gives nil where no day is planned, where the project
// has come that far, or is not going on.
func (s *Projects) workdaysTo(today, planned domain.Date, to, at Stage, status Status) *int {
	if planned.IsZero() || status != Active || at.Reached(to) {
		return nil
	}
	n := s.Days.Worked(today, planned)
	return &n
}

// view reads a project with what is left until its planned days.
func (s *Projects) view(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error) {
	v, err := s.Reader.ProjectView(ctx, actor, id)
	if err != nil {
		return v, err
	}
	v.Left = map[Stage]int{}
	today := domain.Today(s.Clock)
	for stage, planned := range map[Stage]domain.Date{Started: v.PlannedStart, Completed: v.PlannedCompletion,
		InProduction: v.PlannedProduction} {
		if n := s.workdaysTo(today, planned, stage, v.Stage, v.Status); n != nil {
			v.Left[stage] = *n
		}
	}
	return v, nil
}
