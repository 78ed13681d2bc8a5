package notice

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// Dispatcher makes notices of what happened and of what falls due. A run that
// fails half-way is made good by the next one: nobody is notified twice.
type Dispatcher struct {
	Work  domain.Work
	store DispatchStore
	// Actors returns the actor of a person who is not at the screen. It returns a
	// KindNotFound or KindUnauthenticated error for who has no account any more.
	Actors func(ctx context.Context, person domain.ID) (domain.Actor, error)
	// HeadRole is the role whose holders answer for a unit.
	HeadRole string
	Clock    domain.Clock
	IDs      domain.IDs
}

// NewDispatcher returns s, the service, with its store filled in.
func NewDispatcher(store DispatchStore, s *Dispatcher) *Dispatcher {
	s.store = store
	return s
}

// maxEventAge is how old a change may be and still be worth a notice: after a long
// standstill nobody wants to read of last month.
const maxEventAge = 7 * 24 * time.Hour

const (
	eventBatch  = 200 // changes in one unit of work
	digestBatch = 50
)

// Run makes all notices that are to be made now. It returns the first error; what
// was done before it stays done.
func (t *Dispatcher) Run(ctx context.Context) error {
	for more := true; more; {
		n, err := t.dispatchEvents(ctx)
		if err != nil {
			return fmt.Errorf("dispatch changes: %w", err)
		}
		more = n == eventBatch
	}
	if err := t.sendDigests(ctx); err != nil {
		return fmt.Errorf("make digests: %w", err)
	}
	return nil
}

// dispatchEvents makes the notices of one batch of changes in a unit of work and
// returns how many changes there were.
func (t *Dispatcher) dispatchEvents(ctx context.Context) (n int, err error) {
	err = t.Work.Do(ctx, func(ctx context.Context) error {
		all, err := t.store.Pending(ctx, eventBatch)
		if err != nil || len(all) == 0 {
			return err
		}
		n = len(all)
		known := &readerCache{Dispatcher: t, people: map[domain.ID]reader{}}
		var out []Notice
		ids := make([]domain.ID, 0, n)
		for _, h := range all {
			if h.At.Before(t.Clock.Now().Add(-maxEventAge)) {
				ids = append(ids, h.ID)
				continue
			}
			made, err := t.noticesOf(ctx, known, h)
			if err != nil {
				return err
			}
			out, ids = append(out, made...), append(ids, h.ID)
		}
		if _, err := t.store.AddNotices(ctx, out); err != nil {
			return err
		}
		return t.store.MarkDispatched(ctx, ids)
	})
	return n, err
}

// noticesOf returns the notices of one change: for those whom it concerns by itself
// first, then for those who follow the record, each person once.
func (t *Dispatcher) noticesOf(ctx context.Context, k *readerCache, h OutboxEvent) ([]Notice, error) {
	var out []Notice
	notified := map[domain.ID]bool{}
	add := func(kind Kind, people []domain.ID, subject domain.Ref) error {
		if subject.ID.IsZero() {
			subject = h.Subject
		}
		title, err := t.titleOf(ctx, h, subject)
		if err != nil {
			return err
		}
		for _, id := range people {
			if notified[id] || id == h.ActorID && !kind.notifiesActor() {
				continue
			}
			who, err := k.reader(ctx, id)
			if err != nil {
				return err
			}
			if ok, err := who.wants(ctx, t.store, kind, subject); err != nil || !ok {
				if err != nil {
					return err
				}
				continue
			}
			notified[id] = true
			out = append(out, Notice{ID: t.IDs.New(), PersonID: id, Kind: kind, CauseID: h.ID, On: domain.DateOf(h.At), Subject: subject,
				Title: title, ActorName: h.ActorName, Details: h.Details, ShowsAt: who.settings.ShowsAt(t.Clock.Now())})
		}
		return nil
	}
	for _, to := range h.Tell {
		people := []domain.ID{to.PersonID}
		if to.PersonID.IsZero() {
			var err error
			if people, err = t.store.Holders(ctx, to, domain.DateOf(h.At)); err != nil {
				return nil, err
			}
		}
		if err := add(Kind(to.Kind), people, to.Subject); err != nil {
			return nil, err
		}
	}
	if kind, ok := FollowerKind(h.Action); ok && slices.Contains(Followable(), h.Subject.Kind) {
		people, err := t.store.Followers(ctx, h.Subject)
		if err != nil {
			return nil, err
		}
		if err := add(kind, people, h.Subject); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// titleOf returns a record's own name: a change may be titled by a file or a step.
func (t *Dispatcher) titleOf(ctx context.Context, h OutboxEvent, subject domain.Ref) (string, error) {
	if slices.Contains(Followable(), subject.Kind) {
		return t.store.TitleOf(ctx, subject)
	}
	return h.Title, nil
}

// sendDigests notifies people of what is due, each once a day from the time they
// chose.
func (t *Dispatcher) sendDigests(ctx context.Context) error {
	for {
		now := t.Clock.Now()
		today := domain.DateOf(now)
		people, err := t.store.AwaitingDigest(ctx, today, now.In(domain.Zone).Format("15:04"), digestBatch)
		if err != nil {
			return err
		}
		for _, id := range people {
			if err := t.Work.Do(ctx, func(ctx context.Context) error { return t.sendDigest(ctx, id, now) }); err != nil {
				return fmt.Errorf("make digest of %s: %w", id, err)
			}
		}
		if len(people) < digestBatch {
			return nil
		}
	}
}

// sendDigest notifies one person of what is due on the day of now.
func (t *Dispatcher) sendDigest(ctx context.Context, person domain.ID, now time.Time) error {
	today := domain.DateOf(now)
	if ok, err := t.store.ClaimDigest(ctx, person, today); err != nil || !ok {
		return err
	}
	k := &readerCache{Dispatcher: t, people: map[domain.ID]reader{}}
	who, err := k.reader(ctx, person)
	if err != nil || who.gone {
		return err
	}
	all, err := t.dueFor(ctx, who, today)
	if err != nil {
		return err
	}
	var out []Notice
	for _, d := range all {
		ok, err := who.wants(ctx, t.store, d.Kind, d.Subject)
		if err != nil {
			return err
		}
		if ok {
			out = append(out, Notice{ID: t.IDs.New(), PersonID: person, Kind: d.Kind, CauseID: d.CauseID, On: d.On, Subject: d.Subject,
				Title: d.Title, Details: d.Details, ShowsAt: who.settings.ShowsAt(now)})
		}
	}
	_, err = t.store.AddNotices(ctx, out)
	return err
}

// dueFor returns what is due for a person on a day.
func (t *Dispatcher) dueFor(ctx context.Context, who reader, today domain.Date) ([]Due, error) {
	id := who.actor.PersonID
	all, err := t.store.DueSteps(ctx, id, today.AddDays(who.settings.EarlyDays), today)
	if err != nil {
		return nil, err
	}
	idle, err := t.store.IdleLeads(ctx, id, IdleCutoff(today, who.settings.IdleDays), today)
	if err != nil {
		return nil, err
	}
	var heads []domain.ID
	for _, g := range who.actor.Grants {
		if g.Role == t.HeadRole && !slices.Contains(heads, g.UnitID) {
			heads = append(heads, g.UnitID)
		}
	}
	late, err := t.store.OverdueStarts(ctx, id, heads, today)
	return append(append(all, idle...), late...), err
}
