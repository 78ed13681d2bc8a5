package library

import (
	"context"

	"sangu/domain"
)

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
	v, err := s.Reader.ProjectView(ctx, actor, id)
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
