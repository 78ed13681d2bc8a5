package pipeline

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// RestateStore knows the projects whose stored state is older than the rules by which
// states are computed.
type RestateStore interface {
	// ProjectsToRestate returns at most so many of them. Those in the bin wait until
	// they are put back.
	ProjectsToRestate(ctx context.Context, most int) ([]domain.ID, error)
	// Restated takes a project off them.
	Restated(ctx context.Context, project domain.ID) error
}

// Restate recomputes the state of projects that an older version of the product
// stored, when a denied claim still counted, a few in each unit of work.
func (s *Pipeline) Restate(ctx context.Context) error {
	const few = 200
	system := domain.RunAs("system.restate", org.ProjectRead)
	for more := true; more; {
		err := s.Work.Do(ctx, func(ctx context.Context) error {
			ids, err := s.store.ProjectsToRestate(ctx, few)
			if err != nil {
				return err
			}
			more = len(ids) == few
			for _, id := range ids {
				if err := s.restate(ctx, system, id); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("restate projects: %w", err)
		}
	}
	return nil
}

// restate recomputes the state of one project and records that.
func (s *Pipeline) restate(ctx context.Context, system domain.Actor, id domain.ID) error {
	p, err := s.projects.Project(ctx, system, id)
	if err != nil {
		return err
	}
	events, verdicts, err := s.claims(ctx, id)
	if err != nil {
		return err
	}
	signings, err := s.store.Signings(ctx, id)
	if err != nil {
		return err
	}
	if err := s.saveState(ctx, p, events, verdicts, signings); err != nil {
		return err
	}
	if err := s.store.Restated(ctx, id); err != nil {
		return fmt.Errorf("take %s off what is to be restated: %w", id, err)
	}
	now := CurrentStateOf(events, verdicts)
	return s.Journal.Record(ctx, system, domain.Change{Action: "stage.restate", Subject: refOf(p), Title: p.Name, UnitID: p.ResponsibleUnitID,
		Before: stageNow{Stage: string(p.Stage)}, After: stageNow{Stage: string(now.Stage), Denied: string(now.Denied)}, Quiet: true})
}

// stageNow is what the audit keeps of a state that was recomputed.
type stageNow struct{ Stage, Denied string }
