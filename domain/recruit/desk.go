package recruit

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sangu/domain"
	"sangu/domain/calendar"
)

// Task is something that its person has to do by a day: a step that follows a
// visit, or a lead whose next follow-up has come. Only a step is ticked off; a
// lead is followed up on its own page.
type Task struct {
	Kind    EntryKind  // StepEntry or LeadEntry
	ID      domain.ID  // of the step, or of the lead
	Subject domain.Ref // the page it opens
	Title   string     // "" for a lead whose next action nobody named
	Matter  string     // what the lead is about
	About   string
	DueOn   domain.Date
	// Late is how many working days it is overdue; 0 where it is not, or where
	// no office was open since.
	Late   int
	DoneAt time.Time
}

// DeskVisit is a visit of the day, with the contact there.
type DeskVisit struct {
	VisitItem
	VisitContact
	// Call is which call at this client's door by leaders it is, 一顾, 二顾 and so
	// on; 0 where it is none: guests, no leader, or nobody of the library.
	Call int
}

// VisitContact is who can be called about a visit: a contact of its client, or of
// its lead. Client is true for a visit to a client of the library.
type VisitContact struct {
	Name, Phone string
	Client      bool
}

// deskVisitOf returns a visit with its number among the calls at the client's
// door. A planned one is counted after those that were made.
func deskVisitOf(v VisitItem, h VisitContact) DeskVisit {
	t := DeskVisit{VisitItem: v, VisitContact: h}
	if v.Way == Out && v.LeaderName != "" && h.Client {
		t.Call = v.Calls
		if v.State == Planned {
			t.Call++
		}
	}
	return t
}

// Desk is a person's day: what is due, what was done today, and the visits.
type Desk struct {
	Today   domain.Date
	Overdue []Task
	Due     []Task
	Done    []Task
	Week    int // further tasks due within seven days
	Visits  []DeskVisit
}

// maxDeskTasks bounds the tasks of a kind that a desk reads.
const maxDeskTasks = 100

// DeskStore reads what a desk shows, all of it the actor's own.
type DeskStore interface {
	// StepsDone returns a person's follow-ups that were finished since an instant.
	StepsDone(ctx context.Context, person domain.ID, since time.Time) ([]FollowUp, error)
	// VisitContacts returns the contact of each visit, within the actor's scope.
	VisitContacts(ctx context.Context, actor domain.Actor, visits []domain.ID) (map[domain.ID]VisitContact, error)
	IdleLeads(ctx context.Context, actor domain.Actor, touchedBy domain.Date, most int) ([]IdleLead, error)
	LeadFunnel(ctx context.Context, actor domain.Actor, own OwnLeads, since domain.Date) (LeadFunnel, error)
}

// Desks is the service of 工作台.
type Desks struct {
	Leads  *Leads
	Visits *Visits
	store  DeskStore
	Days   calendar.Calendar
}

// NewDesks returns s, the service, with its store filled in.
func NewDesks(store DeskStore, s *Desks) *Desks {
	s.store = store
	return s
}

// Desk returns the actor's own desk.
func (s *Desks) Desk(ctx context.Context, actor domain.Actor) (Desk, error) {
	d := Desk{Today: domain.Today(s.Visits.Clock)}
	tasks, err := s.tasks(ctx, actor, d.Today.AddDays(7))
	if err != nil {
		return Desk{}, err
	}
	for _, t := range tasks {
		switch {
		case t.DueOn.Before(d.Today):
			t.Late = s.Days.Worked(t.DueOn, d.Today)
			d.Overdue = append(d.Overdue, t)
		case t.DueOn == d.Today:
			d.Due = append(d.Due, t)
		default:
			d.Week++
		}
	}
	done, err := s.store.StepsDone(ctx, actor.PersonID, d.Today.Start())
	if err != nil {
		return Desk{}, err
	}
	for _, f := range done {
		d.Done = append(d.Done, taskOfStep(f))
	}
	d.Visits, err = s.visits(ctx, actor, d.Today)
	return d, err
}

// tasks returns what is due until a day, the oldest first.
func (s *Desks) tasks(ctx context.Context, actor domain.Actor, until domain.Date) ([]Task, error) {
	steps, err := s.Visits.store.FollowUps(ctx, actor.PersonID, domain.Date{}, until, false)
	if err != nil {
		return nil, err
	}
	var out []Task
	for _, f := range steps {
		out = append(out, taskOfStep(f))
	}
	mine := LeadFilter{OwnerID: actor.PersonID, DueBy: until, States: []LeadState{Open, Valid}}
	leads, err := s.Leads.List(ctx, actor, mine, domain.Page{Sort: "next_on", Limit: maxDeskTasks})
	if err != nil {
		return nil, err
	}
	for _, l := range leads.Items {
		out = append(out, Task{Kind: LeadEntry, ID: l.ID, Subject: domain.Ref{Kind: domain.SubjectLead, ID: l.ID}, Title: l.NextAction,
			Matter: l.Subject,
			About:  l.Company, DueOn: l.NextOn})
	}
	slices.SortStableFunc(out, func(a, b Task) int { return cmp.Or(a.DueOn.Compare(b.DueOn), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

func taskOfStep(f FollowUp) Task {
	return Task{Kind: StepEntry, ID: f.ID, Subject: f.Subject, Title: f.Title, About: f.About, DueOn: f.DueOn, DoneAt: f.DoneAt}
}

// visits returns the visits of a day that the actor makes or leads, the earliest
// first; those without an hour come last.
func (s *Desks) visits(ctx context.Context, actor domain.Actor, on domain.Date) ([]DeskVisit, error) {
	visits, err := s.Visits.List(ctx, actor, VisitFilter{Mine: true, From: on, To: on, States: []VisitState{Planned, Done}},
		domain.Page{Sort: "on"})
	if err != nil {
		return nil, err
	}
	var ids []domain.ID
	for _, v := range visits.Items {
		ids = append(ids, v.ID)
	}
	hosts, err := s.store.VisitContacts(ctx, actor, ids)
	if err != nil {
		return nil, err
	}
	var out []DeskVisit
	for _, v := range visits.Items {
		out = append(out, deskVisitOf(v, hosts[v.ID]))
	}
	slices.SortStableFunc(out, func(a, b DeskVisit) int { return cmp.Compare(sortTime(a), sortTime(b)) })
	return out, nil
}

// sortTime returns the hour of a visit, or a text after every hour where there is
// none.
func sortTime(t DeskVisit) string {
	if t.StartsAt == "" {
		return "~"
	}
	return t.StartsAt
}
