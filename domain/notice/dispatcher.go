package notice

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// Happening is a change that somebody may have to be told of.
type Happening struct {
	ID        domain.ID
	At        time.Time
	Action    string
	Subject   domain.Ref
	Title     string
	ActorID   domain.ID
	ActorName string
	Details   map[string]any
	Tell      []domain.Recipient
}

// Due is something that falls due for a person on a day.
type Due struct {
	Kind    Kind
	CauseID domain.ID
	On      domain.Date
	Subject domain.Ref
	Title   string
	Details map[string]any
}

// TellerStore reads what is to be told, and keeps what was.
type TellerStore interface {
	// Untold gives changes that are still to be told, oldest first.
	Untold(ctx context.Context, most int) ([]Happening, error)
	MarkTold(ctx context.Context, ids []domain.ID) error
	// Holders gives people who sign in and hold one of the roles on the day, as
	// Told says.
	Holders(ctx context.Context, t domain.Recipient, on domain.Date) ([]domain.ID, error)
	// Followers gives those who follow a record.
	Followers(ctx context.Context, subject domain.Ref) ([]domain.ID, error)
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
	// TitleOf names a record.
	TitleOf(ctx context.Context, subject domain.Ref) (string, error)
	NoticeSettings(ctx context.Context, person domain.ID) (Settings, error)
	// AddNotices adds those that are not there yet, and tells how many.
	AddNotices(ctx context.Context, all []Notice) (int, error)
	// Waiting gives people who were not yet told of what is due on the day, and
	// want to be by the time HH:MM.
	Waiting(ctx context.Context, on domain.Date, by string, most int) ([]domain.ID, error)
	// TakeRound notes that a person is told of the day; false where that was so.
	TakeRound(ctx context.Context, person domain.ID, on domain.Date) (bool, error)
	// DueSteps, IdleLeads and NotBegun give what is due for a person: open steps
	// up to a day, own leads without a word after a day, and projects whose
	// planned start is past, for their leaders and the heads of the units.
	DueSteps(ctx context.Context, person domain.ID, until, today domain.Date) ([]Due, error)
	IdleLeads(ctx context.Context, person domain.ID, by, today domain.Date) ([]Due, error)
	NotBegun(ctx context.Context, person domain.ID, heads []domain.ID, today domain.Date) ([]Due, error)
}

// Dispatcher makes notices of what happened and of what falls due. What goes wrong
// half-way is made again by the next run: nobody is told twice.
type Dispatcher struct {
	Work   domain.Work
	Store  TellerStore
	Actors func(ctx context.Context, person domain.ID) (domain.Actor, error)
	// HeadRole is the role whose holders answer for a unit.
	HeadRole string
	Clock    domain.Clock
	IDs      domain.IDs
}

// oldNews is how long ago a change may be and still be told: after a long
// standstill nobody wants to read of last month.
const oldNews = 7 * 24 * time.Hour

const (
	atOnce       = 200 // changes in one unit of work
	peopleAtOnce = 50
)

// Run tells all that is to be told now.
func (t *Dispatcher) Run(ctx context.Context) error {
	for more := true; more; {
		n, err := t.changes(ctx)
		if err != nil {
			return fmt.Errorf("tell of changes: %w", err)
		}
		more = n == atOnce
	}
	if err := t.rounds(ctx); err != nil {
		return fmt.Errorf("tell of what is due: %w", err)
	}
	return nil
}

func (t *Dispatcher) changes(ctx context.Context) (n int, err error) {
	err = t.Work.Do(ctx, func(ctx context.Context) error {
		all, err := t.Store.Untold(ctx, atOnce)
		if err != nil || len(all) == 0 {
			return err
		}
		n = len(all)
		known := &known{Dispatcher: t, people: map[domain.ID]reader{}}
		var out []Notice
		ids := make([]domain.ID, 0, n)
		for _, h := range all {
			if h.At.Before(t.Clock.Now().Add(-oldNews)) {
				ids = append(ids, h.ID)
				continue
			}
			made, err := t.of(ctx, known, h)
			if err != nil {
				return err
			}
			out, ids = append(out, made...), append(ids, h.ID)
		}
		if _, err := t.Store.AddNotices(ctx, out); err != nil {
			return err
		}
		return t.Store.MarkTold(ctx, ids)
	})
	return n, err
}

// of gives the notices of one change: those whom it concerns by itself first,
// then those who follow the record, each person once.
func (t *Dispatcher) of(ctx context.Context, k *known, h Happening) ([]Notice, error) {
	var out []Notice
	told := map[domain.ID]bool{}
	add := func(kind Kind, people []domain.ID, subject domain.Ref) error {
		if subject.ID.IsZero() {
			subject = h.Subject
		}
		title, err := t.titleOf(ctx, h, subject)
		if err != nil {
			return err
		}
		for _, id := range people {
			if told[id] || id == h.ActorID && !kind.toDoer() {
				continue
			}
			who, err := k.reader(ctx, id)
			if err != nil {
				return err
			}
			if ok, err := who.wants(ctx, t.Store, kind, subject); err != nil || !ok {
				if err != nil {
					return err
				}
				continue
			}
			told[id] = true
			out = append(out, Notice{ID: t.IDs.New(), PersonID: id, Kind: kind, CauseID: h.ID, On: domain.DateOf(h.At), Subject: subject,
				Title:     title,
				ActorName: h.ActorName, Details: h.Details, ShowsAt: who.settings.ShowsAt(t.Clock.Now())})
		}
		return nil
	}
	for _, to := range h.Tell {
		people := []domain.ID{to.PersonID}
		if to.PersonID.IsZero() {
			var err error
			if people, err = t.Store.Holders(ctx, to, domain.DateOf(h.At)); err != nil {
				return nil, err
			}
		}
		if err := add(Kind(to.Kind), people, to.Subject); err != nil {
			return nil, err
		}
	}
	if kind, ok := Followed(h.Action); ok && slices.Contains(Followable(), h.Subject.Kind) {
		people, err := t.Store.Followers(ctx, h.Subject)
		if err != nil {
			return nil, err
		}
		if err := add(kind, people, h.Subject); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// titleOf gives a record's own name: a change may be titled by a file or a step.
func (t *Dispatcher) titleOf(ctx context.Context, h Happening, subject domain.Ref) (string, error) {
	if slices.Contains(Followable(), subject.Kind) {
		return t.Store.TitleOf(ctx, subject)
	}
	return h.Title, nil
}

// rounds tells people of what is due, each once a day from the time they chose.
func (t *Dispatcher) rounds(ctx context.Context) error {
	for {
		now := t.Clock.Now()
		today := domain.DateOf(now)
		people, err := t.Store.Waiting(ctx, today, now.In(domain.Zone).Format("15:04"), peopleAtOnce)
		if err != nil {
			return err
		}
		for _, id := range people {
			if err := t.Work.Do(ctx, func(ctx context.Context) error { return t.round(ctx, id, now) }); err != nil {
				return fmt.Errorf("tell %s: %w", id, err)
			}
		}
		if len(people) < peopleAtOnce {
			return nil
		}
	}
}

func (t *Dispatcher) round(ctx context.Context, person domain.ID, now time.Time) error {
	today := domain.DateOf(now)
	if ok, err := t.Store.TakeRound(ctx, person, today); err != nil || !ok {
		return err
	}
	k := &known{Dispatcher: t, people: map[domain.ID]reader{}}
	who, err := k.reader(ctx, person)
	if err != nil || who.gone {
		return err
	}
	all, err := t.due(ctx, who, today)
	if err != nil {
		return err
	}
	var out []Notice
	for _, d := range all {
		ok, err := who.wants(ctx, t.Store, d.Kind, d.Subject)
		if err != nil {
			return err
		}
		if ok {
			out = append(out, Notice{ID: t.IDs.New(), PersonID: person, Kind: d.Kind, CauseID: d.CauseID, On: d.On, Subject: d.Subject,
				Title:   d.Title,
				Details: d.Details, ShowsAt: who.settings.ShowsAt(now)})
		}
	}
	_, err = t.Store.AddNotices(ctx, out)
	return err
}

func (t *Dispatcher) due(ctx context.Context, who reader, today domain.Date) ([]Due, error) {
	id := who.actor.PersonID
	all, err := t.Store.DueSteps(ctx, id, today.AddDays(who.settings.EarlyDays), today)
	if err != nil {
		return nil, err
	}
	idle, err := t.Store.IdleLeads(ctx, id, IdleBy(today, who.settings.IdleDays), today)
	if err != nil {
		return nil, err
	}
	var heads []domain.ID
	for _, g := range who.actor.Grants {
		if g.Role == t.HeadRole && !slices.Contains(heads, g.UnitID) {
			heads = append(heads, g.UnitID)
		}
	}
	late, err := t.Store.NotBegun(ctx, id, heads, today)
	return append(append(all, idle...), late...), err
}
