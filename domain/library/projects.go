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

// ProjectFilter narrows the project list; empty fields do not narrow.
type ProjectFilter struct {
	Query            string
	Stages           []Stage
	Statuses         []Status
	Kinds            []string
	Sections         []string
	UnitID           domain.ID // responsible
	AttractingUnitID domain.ID
	HostUnitID       domain.ID
	LeaderID         domain.ID
	ClientID         domain.ID
	Channels         []Channel
	Chain            string
	Horizon          string
	KeyLevels        []string // the highest key-project list that it is on
	MinInvestment    *domain.Yuan
	BelowInvestment  *domain.Yuan
	Industrial       *bool // by section B, C, D, or by kind where no industry is known
	HighTech         *bool
	SignedFrom       domain.Date
	SignedTo         domain.Date
	StartedFrom      domain.Date // had come to the start on this day or later
	ProducedFrom     domain.Date
	Going            bool // not lost, terminated or exited
	IDs              []domain.ID
	Watched          bool  // by the actor
	Reached          Stage // has come at least this far
	NotReached       Stage
	Confirmed        Stage       // signed, started or in production, confirmed by verifiers
	ShouldHaveBegun  domain.Date // planned start before the day and not started
	StaleBefore      domain.Date // not changed since the day
	Evidence         []string    // holds each of these kinds of attachment
	OneSheet         bool        // 一张纸: dossier below PaperOnly and no attachment
	Mine             bool        // led or put in by the actor
	Without          []string    // lacks each of these: WithoutLeader, WithoutHost, WithoutKind
	Lights           []string    // shows one of these lights today
	// LightSelection is which projects show Lights, as WithLights finds; nil before.
	LightSelection *LightSelection
	ImportID       domain.ID // made or changed by this import
}

// ProjectItem is one row of the project list.
type ProjectItem struct {
	ID              domain.ID
	Code, Name      string
	Kind, Industry  string
	Chain           string
	TotalInvestment *domain.Yuan
	Stage           Stage
	StageSince      domain.Date
	Status          Status
	HostUnit        string
	ResponsibleUnit string
	Leaders         string
	ClientName      string
	SignedOn        domain.Date
	StartedOn       domain.Date
	PlannedStart    domain.Date
	Completeness    int
	UpdatedOn       domain.Date
	// Light is the colour of the day; empty where the project has none any more,
	// because it produces or is over.
	Light string
	// WorkingDaysToStart counts the working days until the planned start, as
	// workingDaysTo does; nil where it is not waited for.
	WorkingDaysToStart *int
	Version            int
}

// ProjectTotals are the sums of a filter; amounts in other currencies are
// turned into 元 at the rate each project names.
type ProjectTotals struct {
	Count           int
	TotalInvestment domain.Yuan
	// Unknown counts the projects whose total investment nobody has said.
	Unknown int
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

// ProjectReader reads lists and pages of projects within the actor's scope.
type ProjectReader interface {
	ProjectTotals(ctx context.Context, actor domain.Actor, f ProjectFilter) (ProjectTotals, error)
	Projects(ctx context.Context, actor domain.Actor, f ProjectFilter, p domain.Page) (domain.Slice[ProjectItem], error)
	ProjectView(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error)
	// Lanes counts and sums by stage, without pages; a stage of none is absent.
	Lanes(ctx context.Context, actor domain.Actor, f ProjectFilter) ([]Lane, error)
	// ProjectGroups counts and sums a filter by what the rows have alike.
	ProjectGroups(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy) ([]Group, error)
	// CountProjects counts to domain.CountCap; capped says that there are more.
	CountProjects(ctx context.Context, actor domain.Actor, f ProjectFilter) (n int, capped bool, err error)
	// PlannedDays returns the planned days of a filter's projects between two days.
	PlannedDays(ctx context.Context, actor domain.Actor, f ProjectFilter, from, to domain.Date) ([]PlannedDay, error)
}

// Projects is the service of 招商项目库.
type Projects struct {
	Library
	Store  ProjectStore
	Reader ProjectReader
	Facts  ProjectFactsStore
	Lights Lights
	Days   calendar.Calendar
}

// List returns one page of projects.
func (s *Projects) List(ctx context.Context, actor domain.Actor, f ProjectFilter, p domain.Page) (domain.Slice[ProjectItem], error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return domain.Slice[ProjectItem]{}, err
	}
	page, err := s.Reader.Projects(ctx, actor, f, p)
	if err != nil {
		return page, err
	}
	ids := make([]domain.ID, len(page.Items))
	for i, item := range page.Items {
		ids[i] = item.ID
	}
	lights, err := s.Lights.LightsOf(ctx, ids)
	if err != nil {
		return page, fmt.Errorf("find the lights of a page: %w", err)
	}
	today := domain.Today(s.Clock)
	for i, item := range page.Items {
		page.Items[i].Light = lights[item.ID]
		page.Items[i].WorkingDaysToStart = s.workingDaysTo(today, item.PlannedStart, Started, item.Stage, item.Status)
	}
	return page, nil
}

// Totals sums up a filter within the actor's scope.
func (s *Projects) Totals(ctx context.Context, actor domain.Actor, f ProjectFilter) (ProjectTotals, error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return ProjectTotals{}, err
	}
	return s.Reader.ProjectTotals(ctx, actor, f)
}

// Get returns one project with the names its page shows.
func (s *Projects) Get(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error) {
	return s.projectView(ctx, actor, id)
}

// NewProject is what a project is made from.
type NewProject struct {
	ID      domain.ID
	Facts   ProjectFacts
	Leaders []domain.ID
	Dossier Dossier
	LeadID  domain.ID
}

// Add puts a project into the library, at no stage yet. The same ID again
// gives the first result.
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

// AddWithin is Add inside a running unit of work, for steps that make a
// project among other things.
func (s *Projects) AddWithin(ctx context.Context, actor domain.Actor, n NewProject) (Project, error) {
	if err := actor.Require(org.ProjectWrite); err != nil {
		return Project{}, err
	}
	if n.ID.IsZero() {
		n.ID = s.IDs.New()
	} else if p, err := s.Store.Project(ctx, actor, n.ID); err == nil || !domain.IsKind(err, domain.KindNotFound) {
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
		code, err := s.Store.NextCode(ctx, domain.DateOf(now).Year())
		if err != nil {
			return Project{}, err
		}
		n.Facts.Code = code
	}
	p := Project{ID: n.ID, ProjectFacts: n.Facts, LeadID: n.LeadID, Status: Active, StatusSince: domain.DateOf(now), Dossier: n.Dossier,
		CreatedBy: actor.PersonID, CreatedAt: now, UpdatedAt: now, Version: 1}
	if err := s.Store.AddProject(ctx, p); err != nil {
		return Project{}, fmt.Errorf("add project: %w", err)
	}
	var err error
	subject := domain.Ref{Kind: domain.SubjectProject, ID: p.ID}
	if p.Leaders, err = s.setLeaders(ctx, subject, n.Leaders); err != nil {
		return Project{}, err
	}
	if err := s.Facts.RecordFacts(ctx, p.ID); err != nil {
		return Project{}, fmt.Errorf("record facts of %s: %w", p.ID, err)
	}
	return p, s.Journal.Record(ctx, actor, domain.Change{Action: "project.create", Subject: subject, Title: p.Name,
		UnitID: p.ResponsibleUnitID, After: p, Tell: projectAssignees(Project{}, p),
		Links: []domain.Ref{{Kind: domain.SubjectClient, ID: p.ClientID}, {Kind: domain.SubjectLead, ID: p.LeadID}}})
}

// Revise changes a project's facts, leaders and dossier over the version read.
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

// ReviseWithin is Revise inside a running unit of work. A version of 0 writes
// over whatever is stored, for steps that just read it in the same unit.
func (s *Projects) ReviseWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ProjectFacts, leaders []domain.ID,
	dossier Dossier) (Project, error) {
	before, err := s.Store.Project(ctx, actor, id)
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
	if err := s.Store.SaveProject(ctx, p); err != nil {
		return Project{}, fmt.Errorf("save project %s: %w", id, err)
	}
	p.Version++
	if p.Leaders, err = s.setLeaders(ctx, subject, leaders); err != nil {
		return Project{}, err
	}
	if err := s.Facts.RecordFacts(ctx, p.ID); err != nil {
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
			n, err := s.Facts.RecordMissingFacts(ctx, few)
			more = n == few
			return err
		})
		if err != nil {
			return fmt.Errorf("record facts of older projects: %w", err)
		}
	}
	return nil
}
