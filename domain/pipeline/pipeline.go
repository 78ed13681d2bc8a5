// Package pipeline moves projects from lead to production: stage events, gates
// and their evidence, verdicts, signings, shares of credit and money in place.
package pipeline

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// Store is what the pipeline reads and writes, by subject.
type Store interface {
	EventStore
	CurrentStateStore
	VerdictStore
	SigningStore
	SplitStore
	FundStore
	EvidenceStore
	Gates(ctx context.Context) (Gates, error)
	// HeldGates are the gates with their version; SaveGates writes over it, and is
	// stale where another is there.
	HeldGates(ctx context.Context) (HeldGates, error)
	SaveGates(ctx context.Context, g HeldGates) error
}

// Projects is what the pipeline needs of the library.
type Projects interface {
	Project(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error)
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Pipeline is the service that moves projects and records what verifiers find.
type Pipeline struct {
	Work     domain.Work
	Store    Store
	Projects Projects
	Journal  domain.Journal
	Clock    domain.Clock
	IDs      domain.IDs
}

// HeldGates are the gates that hold, with the version that a change is written over.
type HeldGates struct {
	Gates
	Version int // 1 for the standard ones
}

// Gates gives the gates that hold.
func (s *Pipeline) Gates(ctx context.Context) (HeldGates, error) { return s.Store.HeldGates(ctx) }

// SetGates replaces the gates over the version that was read.
func (s *Pipeline) SetGates(ctx context.Context, actor domain.Actor, g HeldGates) (HeldGates, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return HeldGates{}, err
	}
	if err := g.Check(); err != nil {
		return HeldGates{}, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.Store.HeldGates(ctx)
		if err != nil {
			return err
		}
		if before.Version != g.Version {
			return domain.Stale(before)
		}
		if err := s.Store.SaveGates(ctx, g); err != nil {
			return fmt.Errorf("save gates: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "gate.update", Subject: domain.Ref{Kind: domain.SubjectSetting}, Title: "gates",
			Before: before, After: g, Quiet: true})
	})
	if err != nil {
		return HeldGates{}, err
	}
	return s.Store.HeldGates(ctx)
}
