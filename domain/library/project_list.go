package library

import (
	"context"
	"fmt"

	"sangu/domain"
)

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
	Denied           bool        // a stage was claimed and is not recognised
	ShouldHaveBegun  domain.Date // planned start before the day and not started
	StaleBefore      domain.Date // not changed since the day
	Evidence         []string    // holds each of these kinds of attachment
	OneSheet         bool        // 一张纸: dossier below PaperOnly and no attachment
	Mine             bool        // led or added by the actor
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
	StageSince      domain.EventDay
	// Denied is the first stage that was claimed and is not recognised, or "".
	Denied          Stage
	Status          Status
	HostUnit        string
	ResponsibleUnit string
	Leaders         string
	ClientName      string
	SignedOn        domain.EventDay
	StartedOn       domain.EventDay
	PlannedStart    domain.Date
	Completeness    int
	UpdatedOn       domain.Date
	// Light is today's colour; empty where the project is in production or has ended.
	Light string
	// WorkingDaysToStart counts the working days until the planned start, as
	// workingDaysTo does; nil where it is not waited for.
	WorkingDaysToStart *int
	Version            int
}

// ProjectTotals are the sums of a filter, in 元; an amount in another currency is
// converted at its project's own rate.
type ProjectTotals struct {
	Count           int
	TotalInvestment domain.Yuan
	// Unknown counts the projects whose total investment is not known.
	Unknown int
}

// ProjectReader reads lists and pages of projects within the actor's scope.
type ProjectReader interface {
	ProjectTotals(ctx context.Context, actor domain.Actor, f ProjectFilter) (ProjectTotals, error)
	Projects(ctx context.Context, actor domain.Actor, f ProjectFilter, p domain.Page) (domain.Slice[ProjectItem], error)
	ProjectView(ctx context.Context, actor domain.Actor, id domain.ID) (ProjectView, error)
	// Lanes counts and sums by stage, without pages; a stage without projects is
	// absent.
	Lanes(ctx context.Context, actor domain.Actor, f ProjectFilter) ([]Lane, error)
	// ProjectGroups counts and sums a filter by what the rows have in common.
	ProjectGroups(ctx context.Context, actor domain.Actor, f ProjectFilter, by GroupBy) ([]Group, error)
	// CountProjects counts up to domain.CountCap; capped is true where there are more.
	CountProjects(ctx context.Context, actor domain.Actor, f ProjectFilter) (n int, capped bool, err error)
	// PlannedDays returns the planned days of a filter's projects between two days.
	PlannedDays(ctx context.Context, actor domain.Actor, f ProjectFilter, from, to domain.Date) ([]PlannedDay, error)
}

// List returns one page of the projects in the actor's scope, with today's lights.
func (s *Projects) List(ctx context.Context, actor domain.Actor, f ProjectFilter, p domain.Page) (domain.Slice[ProjectItem], error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return domain.Slice[ProjectItem]{}, err
	}
	page, err := s.reader.Projects(ctx, actor, f, p)
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

// Totals returns the sums of a filter within the actor's scope.
func (s *Projects) Totals(ctx context.Context, actor domain.Actor, f ProjectFilter) (ProjectTotals, error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return ProjectTotals{}, err
	}
	return s.reader.ProjectTotals(ctx, actor, f)
}
