package scenario

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	"sangu/domain/reporting"
)

// Finder finds records as people name them.
type Finder interface {
	FindProject(ctx context.Context, nameKey string) (id domain.ID, ok bool, err error)
	FindLead(ctx context.Context, company, subject string) (id domain.ID, ok bool, err error)
	PeopleByName(ctx context.Context) (map[string]domain.ID, error)
}

// Services are what a story is run with: the services on the story's own clock.
type Services struct {
	Clock       *Clock
	Finder      Finder
	Units       *org.Units
	People      *org.People
	Sessions    *org.Sessions
	Views       *org.Views
	Projects    *library.Projects
	Clients     *library.Clients
	Attachments *library.Attachments
	Timelines   *library.Timelines
	Pipeline    *pipeline.Pipeline
	Reports     *reporting.Reports
	Suspicions  *goals.SuspicionService
	Leads       *recruit.Leads
	Visits      *recruit.Visits
}

// runner runs one story.
type runner struct {
	Services
	today  domain.Date
	people map[string]domain.ID
	units  map[string]domain.ID
	actors map[string]domain.Actor
	// made are leads, visits and files by the key of their step.
	made map[string]domain.ID
}

// Run does all steps of a story in turn and tells how far it has come. Who
// stops it half-way has half a story: the caller undoes or forgets it.
func Run(ctx context.Context, c Services, s Story, tell func(done, all int) error) error {
	p := &runner{Services: c, today: domain.Today(c.Clock.Real), actors: map[string]domain.Actor{}, made: map[string]domain.ID{}}
	if err := p.learn(ctx); err != nil {
		return err
	}
	if err := p.appoint(ctx, s.Posts); err != nil {
		return err
	}
	for i, step := range s.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		at, err := step.instant(p.today)
		if err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
		if at.After(c.Clock.Real.Now()) {
			// What is written for later today has been done by now.
			at = c.Clock.Real.Now()
		}
		c.Clock.Set(at)
		if err := p.do(ctx, step); err != nil {
			return fmt.Errorf("step %d, day %d, %s: %w", i+1, step.Day, step.Who, err)
		}
		if err := tell(i+1, len(s.Steps)); err != nil {
			return err
		}
	}
	return nil
}

func (p *runner) learn(ctx context.Context) (err error) {
	if p.people, err = p.Finder.PeopleByName(ctx); err != nil {
		return err
	}
	units, err := p.Units.All(ctx)
	p.units = map[string]domain.ID{}
	for _, u := range units {
		p.units[u.Name] = u.ID
	}
	return err
}

// appoint gives people of the story the posts that they do not hold yet; the
// posts alone let nobody sign in.
func (p *runner) appoint(ctx context.Context, posts []Post) error {
	actor := domain.RunAs("system.scenario", org.PersonManage, org.RoleGrant)
	for _, n := range posts {
		person, ok := p.people[n.Name]
		if !ok || p.units[n.Unit].IsZero() {
			return fmt.Errorf("post of %s at %s: no such person or unit", n.Name, n.Unit)
		}
		held, err := p.People.Get(ctx, person)
		if err != nil {
			return err
		}
		if holds(held.Posts, org.Role(n.Role), p.units[n.Unit]) {
			continue
		}
		if _, err := p.People.Appoint(ctx, actor, org.NewPost{PersonID: person, UnitID: p.units[n.Unit], Role: org.Role(n.Role), Title: n.Title,
			Main: len(held.Posts) == 0}); err != nil {
			return fmt.Errorf("post of %s: %w", n.Name, err)
		}
	}
	return nil
}

func holds(posts []org.Post, role org.Role, unit domain.ID) bool {
	for _, p := range posts {
		if p.Role == role && p.UnitID == unit {
			return true
		}
	}
	return false
}

// do does the one deed of a step.
func (p *runner) do(ctx context.Context, s Step) error {
	who, err := p.actor(ctx, s.Who)
	if err != nil {
		return err
	}
	switch {
	case s.Lead != nil:
		return p.lead(ctx, who, s.Key, *s.Lead)
	case s.Assess != nil:
		return p.assess(ctx, who, *s.Assess)
	case s.Follow != nil:
		return p.follow(ctx, who, *s.Follow)
	case s.Convert != nil:
		return p.convert(ctx, who, *s.Convert)
	case s.Visit != nil:
		return p.visit(ctx, who, s.Key, *s.Visit)
	case s.Complete != nil:
		return p.complete(ctx, who, *s.Complete)
	case s.Cancel != nil:
		return p.cancel(ctx, who, *s.Cancel)
	case s.Finish != nil:
		return p.finish(ctx, who, *s.Finish)
	case s.Note != nil:
		return p.note(ctx, who, *s.Note)
	case s.Contact != nil:
		return p.contact(ctx, who, *s.Contact)
	case s.Profile != nil:
		return p.profile(ctx, who, *s.Profile)
	case s.File != nil:
		return p.file(ctx, who, *s.File)
	case s.View != nil:
		return p.view(ctx, who, *s.View)
	}
	return p.doProject(ctx, who, s)
}

func (p *runner) doProject(ctx context.Context, who domain.Actor, s Step) error {
	switch {
	case s.Plan != nil:
		return p.plan(ctx, who, *s.Plan)
	case s.Company != nil:
		return p.company(ctx, who, *s.Company)
	case s.Move != nil:
		return p.move(ctx, who, *s.Move)
	case s.Judge != nil:
		return p.judge(ctx, who, *s.Judge)
	case s.Sign != nil:
		return p.sign(ctx, who, *s.Sign)
	case s.Split != nil:
		return p.split(ctx, who, *s.Split)
	case s.Funds != nil:
		return p.report(ctx, who, s.Funds)
	case s.Verify != nil:
		return p.verify(ctx, who, *s.Verify)
	case s.Targets != nil:
		return p.targets(ctx, who, *s.Targets)
	case s.Scan != nil:
		_, err := p.Suspicions.RunChecks(ctx, who)
		return err
	case s.Answer != nil:
		return p.answer(ctx, who, *s.Answer)
	case s.Bulletin != nil:
		return p.bulletin(ctx, who, *s.Bulletin)
	}
	return fmt.Errorf("nothing to do")
}

// actor returns the person of a step with all that the posts allow.
func (p *runner) actor(ctx context.Context, name string) (domain.Actor, error) {
	if a, ok := p.actors[name]; ok {
		return a, nil
	}
	id, err := p.person(name)
	if err != nil {
		return domain.Actor{}, err
	}
	a, err := p.Sessions.Of(ctx, id)
	p.actors[name] = a
	return a, err
}

func (p *runner) person(name string) (domain.ID, error) {
	if name == "" {
		return "", nil
	}
	id, ok := p.people[name]
	if !ok {
		return "", fmt.Errorf("nobody is called %s", name)
	}
	return id, nil
}

func (p *runner) unit(name string) (domain.ID, error) {
	id, ok := p.units[name]
	if !ok {
		return "", fmt.Errorf("no unit %s", name)
	}
	return id, nil
}

// project finds a project by its name.
func (p *runner) project(ctx context.Context, who domain.Actor, name string) (library.Project, error) {
	id, ok, err := p.Finder.FindProject(ctx, library.NameKey(name))
	if err != nil {
		return library.Project{}, err
	}
	if !ok {
		return library.Project{}, fmt.Errorf("no project %s", name)
	}
	project, err := p.Projects.Project(ctx, who, id)
	if err != nil {
		return library.Project{}, fmt.Errorf("project %s: %w", name, err)
	}
	return project, nil
}

// date returns the day, or no date where none is said.
func (p *runner) date(d *Day) domain.Date {
	if d == nil {
		return domain.Date{}
	}
	return d.From(p.today)
}
