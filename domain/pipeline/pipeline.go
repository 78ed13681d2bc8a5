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
	RestateStore
	VerdictStore
	SigningStore
	SplitStore
	FundStore
	EvidenceStore
	Gates(ctx context.Context) (Gates, error)
	// VersionedGates returns the gates with the version that a change is written over.
	VersionedGates(ctx context.Context) (domain.Versioned[Gates], error)
	// SaveGates writes the gates over their version. It returns a KindStale error where
	// another one is stored.
	SaveGates(ctx context.Context, g domain.Versioned[Gates]) error
}

// Projects is what the pipeline needs of the library.
type Projects interface {
	Project(ctx context.Context, actor domain.Actor, id domain.ID) (library.Project, error)
	Within(ctx context.Context, actor domain.Actor, right domain.Right, subject domain.Ref) (bool, error)
}

// Pipeline is the service that moves projects and records what verifiers find.
type Pipeline struct {
	Work     domain.Work
	store    Store
	projects Projects
	Journal  domain.Journal
	Clock    domain.Clock
	IDs      domain.IDs
}

// NewPipeline returns s, the service, with its stores filled in.
func NewPipeline(store Store, projects Projects, s *Pipeline) *Pipeline {
	s.store, s.projects = store, projects
	return s
}

// Gates returns the gates that hold, with the version that a change is written over.
func (s *Pipeline) Gates(ctx context.Context) (domain.Versioned[Gates], error) {
	return s.store.VersionedGates(ctx)
}

// SetGates replaces the gates over the version that was read, and returns the new ones. It
// returns a KindForbidden error unless the actor manages rules, a KindInvalid error where
// a gate breaks a rule, and a KindStale error with the current gates where they were
// changed since.
func (s *Pipeline) SetGates(ctx context.Context, actor domain.Actor,
	g domain.Versioned[Gates]) (out domain.Versioned[Gates], err error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return out, err
	}
	if err := g.Value.Check(); err != nil {
		return out, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.VersionedGates(ctx)
		if err != nil {
			return err
		}
		if err := g.Over(before); err != nil {
			return err
		}
		if err := s.store.SaveGates(ctx, g); err != nil {
			return fmt.Errorf("save gates: %w", err)
		}
		if out, err = s.store.VersionedGates(ctx); err != nil {
			return err
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "gate.update", Subject: domain.Ref{Kind: domain.SubjectSetting},
			Title: "gates", Before: auditedGates(before), After: auditedGates(out), Quiet: true})
	})
	return out, err
}

// AuditedGates are the gates as the audit names them.
type AuditedGates struct {
	Gates   Gates
	Version int
}

func auditedGates(g domain.Versioned[Gates]) AuditedGates {
	return AuditedGates{Gates: g.Value, Version: g.Version}
}
