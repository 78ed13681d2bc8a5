package notice

import (
	"context"
	"slices"
	"time"

	"sangu/domain"
)

// Watch tells how a person follows a record.
type Watch struct {
	Watching bool
	// Own is true for a record that the person owns, made or leads: it is followed
	// without being asked for.
	Own bool
}

// WatchStore keeps what people chose to follow.
type WatchStore interface {
	// WatchChoice returns what the person chose for the record; known is false
	// where nothing.
	WatchChoice(ctx context.Context, person domain.ID, subject domain.Ref) (watching, known bool, err error)
	SaveWatchChoice(ctx context.Context, person domain.ID, subject domain.Ref, watching bool, at time.Time) error
	// Owners returns the people whose record it is: owner, maker, leaders.
	Owners(ctx context.Context, subject domain.Ref) ([]domain.ID, error)
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
}

// Watches is the service of following 关注.
type Watches struct {
	Work  domain.Work
	store WatchStore
	Clock domain.Clock
}

// NewWatches returns s, the service, with its store filled in.
func NewWatches(store WatchStore, s *Watches) *Watches {
	s.store = store
	return s
}

// Get returns how the actor follows a record. It returns a KindNotFound error
// unless the actor sees it.
func (s *Watches) Get(ctx context.Context, actor domain.Actor, subject domain.Ref) (Watch, error) {
	if err := s.requireReadable(ctx, actor, subject); err != nil {
		return Watch{}, err
	}
	own, err := s.store.Owners(ctx, subject)
	if err != nil {
		return Watch{}, err
	}
	w := Watch{Own: slices.Contains(own, actor.PersonID)}
	said, known, err := s.store.WatchChoice(ctx, actor.PersonID, subject)
	w.Watching = known && said || !known && w.Own
	return w, err
}

// Set makes the actor follow a record or stop; setting it again changes nothing.
// It returns a KindNotFound error unless the actor sees the record. It writes no
// audit, since the choice does not concern the county's affairs.
func (s *Watches) Set(ctx context.Context, actor domain.Actor, subject domain.Ref, watching bool) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.requireReadable(ctx, actor, subject); err != nil {
			return err
		}
		return s.store.SaveWatchChoice(ctx, actor.PersonID, subject, watching, s.Clock.Now())
	})
}

func (s *Watches) requireReadable(ctx context.Context, actor domain.Actor, subject domain.Ref) error {
	if ok, err := s.store.Readable(ctx, actor, subject); err != nil || !ok {
		return orNotFound(err, subject.Kind)
	}
	return nil
}

func orNotFound(err error, kind string) error {
	if err != nil {
		return err
	}
	return domain.NotFound(kind)
}
