package library

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/calendar"
	"sangu/domain/org"
)

// ProjectView is a project with the names that its page shows.
type ProjectView struct {
	Project
	HostUnit, ResponsibleUnit, AttractingUnit, ClientName string
	// WorkingDaysLeft counts the working days until each planned day that the
	// project is still held to; a negative number counts those that are past.
	WorkingDaysLeft map[Stage]int
}

// ProjectStore stores projects. Saves write over the entity's Version and return a
// KindStale error where it changed.
type ProjectStore interface {
	// Project returns a KindNotFound error if there is none in the actor's scope.
	Project(ctx context.Context, actor domain.Actor, id domain.ID) (Project, error)
	AddProject(ctx context.Context, p Project) error
	SaveProject(ctx context.Context, p Project) error
	// NextCode returns the next project code of a year, as "2026-00007".
	NextCode(ctx context.Context, year int) (string, error)
}

// ProjectFactsStore stores the versions of what reports count a project by, so that
// they can be counted as they were known on an earlier day.
type ProjectFactsStore interface {
	// RecordFacts stores the present version, where it differs from the last.
	RecordFacts(ctx context.Context, project domain.ID) error
	// RecordMissingFacts stores the first version of at most so many projects that
	// have none, and returns of how many.
	RecordMissingFacts(ctx context.Context, most int) (n int, err error)
}

// Projects is the service of 招商项目库.
type Projects struct {
	Library
	store  ProjectStore
	reader ProjectReader
	facts  ProjectFactsStore
	Lights Lights
	Days   calendar.Calendar
}

// NewProjects returns s, the service, with its stores filled in.
func NewProjects(store ProjectStore, reader ProjectReader, facts ProjectFactsStore, s *Projects) *Projects {
	s.store, s.reader, s.facts = store, reader, facts
	return s
}

// Get returns one project. It returns a KindNotFound error if there is none in the
// actor's scope.
func (s *Projects) Get(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error) {
	return s.projectView(ctx, actor, id)
}

// NewProject is what a project is made of.
type NewProject struct {
	ID      domain.ID
	Facts   ProjectFacts
	Leaders []domain.ID
	Dossier Dossier
	LeadID  domain.ID
}

// Add adds a project, at no stage yet. The same ID again returns the first result. It
// returns a KindForbidden error without the right, and a KindInvalid error that names
// every rule the facts break. Units that are not set are the actor's own.
func (s *Projects) Add(ctx context.Context, actor domain.Actor, n NewProject) (v ProjectView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.AddWithin(ctx, actor, n)
		if err != nil {
			return err
		}
		v, err = s.projectView(ctx, actor, p.ID)
		return err
	})
	return v, err
}

// AddWithin is Add inside a running unit of work.
func (s *Projects) AddWithin(ctx context.Context, actor domain.Actor, n NewProject) (Project, error) {
	if err := actor.Require(org.ProjectWrite); err != nil {
		return Project{}, err
	}
	if n.ID.IsZero() {
		n.ID = s.IDs.New()
	} else if p, err := s.store.Project(ctx, actor, n.ID); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return p, err
	}
	if n.Facts.AttractingUnitID.IsZero() {
		n.Facts.AttractingUnitID = actor.UnitID
	}
	if n.Facts.ResponsibleUnitID.IsZero() {
		n.Facts.ResponsibleUnitID = actor.UnitID
	}
	if err := n.Facts.Check(); err != nil {
		return Project{}, err
	}
	now := s.Clock.Now()
	if n.Facts.Code == "" {
		code, err := s.store.NextCode(ctx, domain.DateOf(now).Year())
		if err != nil {
			return Project{}, err
		}
		n.Facts.Code = code
	}
	p := Project{ID: n.ID, ProjectFacts: n.Facts, LeadID: n.LeadID, Status: Active, StatusSince: domain.OnDay(domain.DateOf(now)),
		Dossier:   n.Dossier,
		CreatedBy: actor.PersonID, CreatedAt: now, UpdatedAt: now, Version: 1}
	if err := s.store.AddProject(ctx, p); err != nil {
		return Project{}, fmt.Errorf("add project: %w", err)
	}
	var err error
	subject := domain.Ref{Kind: domain.SubjectProject, ID: p.ID}
	if p.Leaders, err = s.setLeaders(ctx, subject, n.Leaders); err != nil {
		return Project{}, err
	}
	if err := s.facts.RecordFacts(ctx, p.ID); err != nil {
		return Project{}, fmt.Errorf("record facts of %s: %w", p.ID, err)
	}
	return p, s.Journal.Record(ctx, actor, domain.Change{Action: "project.create", Subject: subject, Title: p.Name,
		UnitID: p.ResponsibleUnitID, After: p, Tell: projectAssignees(Project{}, p),
		Links: []domain.Ref{{Kind: domain.SubjectClient, ID: p.ClientID}, {Kind: domain.SubjectLead, ID: p.LeadID}}})
}

// Revise changes a project's facts, leaders and dossier over the version read. It
// returns a KindNotFound error if there is none in the actor's scope, a KindForbidden
// error if the right does not reach it, a KindStale error if it was changed since, and
// a KindInvalid error that names every rule the facts break.
func (s *Projects) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ProjectFacts, leaders []domain.ID,
	dossier Dossier) (v ProjectView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if _, err := s.ReviseWithin(ctx, actor, id, version, f, leaders, dossier); err != nil {
			return err
		}
		v, err = s.projectView(ctx, actor, id)
		return err
	})
	return v, err
}

// ReviseWithin is Revise inside a running unit of work. Version 0 writes over any
// version: it is for steps that read the project in the same unit.
func (s *Projects) ReviseWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ProjectFacts, leaders []domain.ID,
	dossier Dossier) (Project, error) {
	before, err := s.store.Project(ctx, actor, id)
	if err != nil {
		return Project{}, err
	}
	subject := domain.Ref{Kind: domain.SubjectProject, ID: id}
	if err := s.requireReach(ctx, actor, org.ProjectWrite, subject); err != nil {
		return Project{}, err
	}
	if version != 0 && before.Version != version {
		return Project{}, domain.Stale(before)
	}
	p := before
	p.ProjectFacts, p.Dossier, p.UpdatedAt = f, dossier, s.Clock.Now()
	if p.Code == "" {
		p.Code = before.Code
	}
	if err := p.ProjectFacts.Check(); err != nil {
		return Project{}, err
	}
	if err := s.store.SaveProject(ctx, p); err != nil {
		return Project{}, fmt.Errorf("save project %s: %w", id, err)
	}
	p.Version++
	if p.Leaders, err = s.setLeaders(ctx, subject, leaders); err != nil {
		return Project{}, err
	}
	if err := s.facts.RecordFacts(ctx, p.ID); err != nil {
		return Project{}, fmt.Errorf("record facts of %s: %w", id, err)
	}
	before.UpdatedAt, before.Version = p.UpdatedAt, p.Version
	return p, s.Journal.Record(ctx, actor, domain.Change{Action: "project.update", Subject: subject, Title: p.Name,
		UnitID: p.ResponsibleUnitID, Before: before, After: p, Tell: projectAssignees(before, p)})
}

// RecordMissingFacts stores what reports count by for projects that an older version
// of the product added, a few in each unit of work.
func (s *Projects) RecordMissingFacts(ctx context.Context) error {
	const few = 200
	for more := true; more; {
		err := s.Work.Do(ctx, func(ctx context.Context) error {
			n, err := s.facts.RecordMissingFacts(ctx, few)
			more = n == few
			return err
		})
		if err != nil {
			return fmt.Errorf("record facts of older projects: %w", err)
		}
	}
	return nil
}

// Project returns a project as it is stored. It returns a KindNotFound error
// where there is none that the actor sees.
func (s *Projects) Project(ctx context.Context, actor domain.Actor, id domain.ID) (Project, error) {
	return s.store.Project(ctx, actor, id)
}

// MayWrite reports whether the actor may change a project.
func (s *Projects) MayWrite(ctx context.Context, actor domain.Actor, id domain.ID) (bool, error) {
	return s.reach.Within(ctx, actor, org.ProjectWrite, domain.Ref{Kind: domain.SubjectProject, ID: id})
}
