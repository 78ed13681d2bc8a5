package notice

import (
	"context"
	"time"

	"sangu/domain"
)

// Notice tells one person of one thing.
type Notice struct {
	ID       domain.ID
	PersonID domain.ID
	Kind     Kind
	// CauseID and On tell one cause from another: the change that happened, or
	// the record that falls due and the day it does. Nobody is told twice.
	CauseID domain.ID
	On      domain.Date
	Subject domain.Ref // the record that it opens
	Title   string     // the record's name then
	// ActorName is who did it; empty where a day came.
	ActorName string
	Details   map[string]any
	ShowsAt   time.Time
	ReadAt    time.Time
}

// Counted is up to how many unread notices are counted.
const Counted = 100

// Store keeps notices. Reading obeys the actor's scope as it is now: who no
// longer sees a record does not see what was told of it.
type Store interface {
	Notices(ctx context.Context, actor domain.Actor, unread bool, now time.Time, p domain.Page) (domain.Slice[Notice], error)
	// Unread counts to at most Counted.
	Unread(ctx context.Context, actor domain.Actor, now time.Time) (int, error)
	// ReadNotice marks one of the person's own; false where there is none.
	ReadNotice(ctx context.Context, person, id domain.ID, at time.Time) (bool, error)
	ReadAllNotices(ctx context.Context, person domain.ID, at time.Time) error
	NoticeSettings(ctx context.Context, person domain.ID) (Settings, error)
	SaveNoticeSettings(ctx context.Context, person domain.ID, s Settings) error
}

// Notices is the service of what people are told.
type Notices struct {
	Work  domain.Work
	Store Store
	Clock domain.Clock
}

// List gives one page of the actor's notices, newest first.
func (s *Notices) List(ctx context.Context, actor domain.Actor, unread bool, p domain.Page) (domain.Slice[Notice], error) {
	return s.Store.Notices(ctx, actor, unread, s.Clock.Now(), p)
}

// Unread counts the actor's unread notices, to at most Counted.
func (s *Notices) Unread(ctx context.Context, actor domain.Actor) (int, error) {
	return s.Store.Unread(ctx, actor, s.Clock.Now())
}

// Read marks a notice of the actor's own; once read it stays so.
func (s *Notices) Read(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		ok, err := s.Store.ReadNotice(ctx, actor.PersonID, id, s.Clock.Now())
		if err == nil && !ok {
			return domain.NotFound("notice")
		}
		return err
	})
}

// ReadAll marks all that show now.
func (s *Notices) ReadAll(ctx context.Context, actor domain.Actor) error {
	return s.Work.Do(ctx, func(ctx context.Context) error { return s.Store.ReadAllNotices(ctx, actor.PersonID, s.Clock.Now()) })
}
