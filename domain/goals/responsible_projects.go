package goals

import (
	"context"
	"slices"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/reporting"
)

// mostActionItems is how many projects a desk shows.
const mostActionItems = 8

// ResponsibleProjects names the projects that a person is responsible for: those led 包联,
// and for a post that moves stages those that its units answer for.
type ResponsibleProjects struct {
	PersonID domain.ID
	Units    []domain.ID
}

// ResponsibleProjectsOf returns the projects that the actor's posts make the actor
// responsible for. An office that may move every project answers for its own unit's.
func ResponsibleProjectsOf(actor domain.Actor) ResponsibleProjects {
	c := ResponsibleProjects{PersonID: actor.PersonID}
	for _, g := range actor.Grants {
		if !slices.Contains(g.Rights, org.StageMove) {
			continue
		}
		if g.Scope == domain.ScopeAll {
			c.Units = append(c.Units, g.UnitID)
		} else {
			c.Units = append(c.Units, g.Units...)
		}
	}
	return c
}

// ResponsibleSums count the projects that go on: all, those that have started, those that
// are red; and the money verified in place, in 元.
type ResponsibleSums struct {
	Projects, Started int
	Red               int // by their lights as last stored
	Verified          domain.Yuan
}

// ActionItem is a project to bring on: where it stands, its light, and what the
// next stage still asks for.
type ActionItem struct {
	Case    reporting.ProjectSnapshot
	Light   Light
	Next    library.Stage // "" at the end
	Missing []pipeline.Requirement
}

// ResponsibleDesk is the part of a desk about a person's projects, the worst light first.
type ResponsibleDesk struct {
	On    domain.Date
	Led   bool // the projects are a leader's and not a unit's
	Sums  ResponsibleSums
	Items []ActionItem
}

// ResponsibleProjectsStore reads the projects that a person is responsible for, within the
// actor's scope.
type ResponsibleProjectsStore interface {
	// WorstResponsible returns the projects that go on and do not produce yet, the worst
	// light as last stored first.
	WorstResponsible(ctx context.Context, actor domain.Actor, c ResponsibleProjects, most int) ([]domain.ID, error)
	// ResponsibleSums returns the sums over the projects.
	ResponsibleSums(ctx context.Context, actor domain.Actor, c ResponsibleProjects) (ResponsibleSums, error)
	// HeldBy returns the evidence on file of each project, which gates ask for.
	HeldBy(ctx context.Context, actor domain.Actor, projects []domain.ID) (map[domain.ID]pipeline.EvidenceOnFile, error)
	CurrentSnapshots(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) ([]reporting.ProjectSnapshot, error)
	ColourReader
	Gates(ctx context.Context) (pipeline.Gates, error)
}

// ResponsibleProjectsService is the service of 待我推动的项目.
type ResponsibleProjectsService struct {
	store ResponsibleProjectsStore
	Clock domain.Clock
}

// NewResponsibleProjectsService returns s, the service, with its store filled in.
func NewResponsibleProjectsService(store ResponsibleProjectsStore, s *ResponsibleProjectsService) *ResponsibleProjectsService {
	s.store = store
	return s
}

// Desk returns the projects that the actor is responsible for, eight at most, and the sums
// over all of them. It is empty for an actor who reads no projects.
func (s *ResponsibleProjectsService) Desk(ctx context.Context, actor domain.Actor) (ResponsibleDesk, error) {
	mine := ResponsibleProjectsOf(actor)
	out := ResponsibleDesk{On: domain.Today(s.Clock), Led: len(mine.Units) == 0}
	if !actor.May(org.ProjectRead) {
		return out, nil
	}
	var err error
	if out.Sums, err = s.store.ResponsibleSums(ctx, actor, mine); err != nil {
		return out, err
	}
	ids, err := s.store.WorstResponsible(ctx, actor, mine, mostActionItems)
	if err != nil || len(ids) == 0 {
		return out, err
	}
	out.Items, err = s.actionItems(ctx, actor, ids, out.On)
	return out, err
}

// actionItems judges projects as they stand today and measures them against the gate
// of their next stage.
func (s *ResponsibleProjectsService) actionItems(ctx context.Context, actor domain.Actor, ids []domain.ID,
	on domain.Date) ([]ActionItem, error) {
	f := reporting.ReportFilter{}
	f.Projects.IDs = ids
	cases, err := s.store.CurrentSnapshots(ctx, actor, f)
	if err != nil {
		return nil, err
	}
	rules, err := s.store.Colours(ctx)
	if err != nil {
		return nil, err
	}
	gates, err := s.store.Gates(ctx)
	if err != nil {
		return nil, err
	}
	held, err := s.store.HeldBy(ctx, actor, ids)
	if err != nil {
		return nil, err
	}
	var out []ActionItem
	for _, l := range LightsOf(cases, on, rules).Items {
		p := ActionItem{Case: l.Case, Light: l.Light, Next: pipeline.NextStage(l.Case.Stage)}
		for _, n := range gates.Toward(p.Next, held[l.Case.ProjectID]) {
			if !n.Met {
				p.Missing = append(p.Missing, n.Requirement)
			}
		}
		out = append(out, p)
	}
	return out, nil
}
