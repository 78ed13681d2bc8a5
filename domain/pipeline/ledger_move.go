package pipeline

import (
	"context"

	"sangu/domain"
)

// Events returns a project's stage events as recorded, oldest first, to somebody
// who sees the project.
func (s *Pipeline) Events(ctx context.Context, actor domain.Actor, project domain.ID) ([]Event, error) {
	if _, err := s.projects.Project(ctx, actor, project); err != nil {
		return nil, err
	}
	return s.store.Events(ctx, project)
}

// Claims returns a project's stage events as recorded with what verifiers said of
// them, both oldest first, to somebody who sees the project.
func (s *Pipeline) Claims(ctx context.Context, actor domain.Actor, project domain.ID) ([]Event, []Verdict, error) {
	if _, err := s.projects.Project(ctx, actor, project); err != nil {
		return nil, nil, err
	}
	return s.claims(ctx, project)
}

// MoveByLedgerWithin adds the stage event that a ledger tells of inside a running
// unit of work, by the rules of history alone: a ledger carries stages whose
// papers lie elsewhere. It returns a KindForbidden error where the actor may not
// move the project.
func (s *Pipeline) MoveByLedgerWithin(ctx context.Context, actor domain.Actor, project domain.ID, m Move) error {
	p, err := s.projects.Project(ctx, actor, project)
	if err != nil {
		return err
	}
	if err := s.mayMove(ctx, actor, project); err != nil {
		return err
	}
	return s.MoveWithin(ctx, actor, p, m, "ledger")
}
