package notice

import (
	"context"
	"time"

	"sangu/domain"
)

// Notice informs one person of one thing.
type Notice struct {
	ID       domain.ID
	PersonID domain.ID
	Kind     Kind
	// CauseID and On identify the cause: the change that happened, or the record
	// that falls due and the day it does. Nobody is notified of one cause twice.
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

// MaxUnread is up to how many unread notices are counted.
const MaxUnread = 100

// NoticeStore keeps notices. Reading obeys the actor's scope as it is now: who no
// longer sees a record does not see the notices of it.
type NoticeStore interface {
	Notices(ctx context.Context, actor domain.Actor, unread bool, now time.Time, p domain.Page) (domain.Slice[Notice], error)
	// Unread counts to at most Counted.
	Unread(ctx context.Context, actor domain.Actor, now time.Time) (int, error)
	// MarkNoticeRead marks one of the person's own; false where there is none.
	MarkNoticeRead(ctx context.Context, person, id domain.ID, at time.Time) (bool, error)
	MarkAllNoticesRead(ctx context.Context, person domain.ID, at time.Time) error
	NoticeSettings(ctx context.Context, person domain.ID) (Settings, error)
	SaveNoticeSettings(ctx context.Context, person domain.ID, s Settings) error
}

// Notices is the service of a person's notices and of what the person wants to be
// notified of.
type Notices struct {
	Work  domain.Work
	store NoticeStore
	Clock domain.Clock
}

// NewNotices returns s, the service, with its store filled in.
func NewNotices(store NoticeStore, s *Notices) *Notices {
	s.store = store
	return s
}

// List returns one page of the actor's notices, newest first.
func (s *Notices) List(ctx context.Context, actor domain.Actor, unread bool, p domain.Page) (domain.Slice[Notice], error) {
	return s.store.Notices(ctx, actor, unread, s.Clock.Now(), p)
}

// Unread counts the actor's unread notices, to at most Counted.
func (s *Notices) Unread(ctx context.Context, actor domain.Actor) (int, error) {
	return s.store.Unread(ctx, actor, s.Clock.Now())
}

// MarkRead marks one of the actor's own notices as read; reading it again changes
// nothing. It returns a KindNotFound error for anybody else's.
func (s *Notices) MarkRead(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		ok, err := s.store.MarkNoticeRead(ctx, actor.PersonID, id, s.Clock.Now())
		if err == nil && !ok {
			return domain.NotFound("notice")
		}
		return err
	})
}

// MarkAllRead marks all of the actor's notices that show now as read.
func (s *Notices) MarkAllRead(ctx context.Context, actor domain.Actor) error {
	return s.Work.Do(ctx, func(ctx context.Context) error { return s.store.MarkAllNoticesRead(ctx, actor.PersonID, s.Clock.Now()) })
}
