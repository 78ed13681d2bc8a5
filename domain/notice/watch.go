package notice

import (
	"context"
	"slices"
	"time"

	"sangu/domain"
)

// Watch is whether a person follows a record.
type Watch struct {
	Watching bool
	// Own says that it is so of itself: the person owns, made or leads the record.
	Own bool
}

// WatchStore keeps what people said of following.
type WatchStore interface {
	// Said gives what the person said of the record; known is false where nothing.
	Said(ctx context.Context, person domain.ID, subject domain.Ref) (watching, known bool, err error)
	SayWatching(ctx context.Context, person domain.ID, subject domain.Ref, watching bool, at time.Time) error
	// Own gives the people whose record it is: owner, maker, leaders.
	Own(ctx context.Context, subject domain.Ref) ([]domain.ID, error)
	Readable(ctx context.Context, actor domain.Actor, subject domain.Ref) (bool, error)
}

// Watches is the service of following 关注.
type Watches struct {
	Work  domain.Work
	Store WatchStore
	Clock domain.Clock
}

// Of gives whether the actor follows a record that the actor sees.
func (s *Watches) Of(ctx context.Context, actor domain.Actor, subject domain.Ref) (Watch, error) {
	if err := s.seen(ctx, actor, subject); err != nil {
		return Watch{}, err
	}
	own, err := s.Store.Own(ctx, subject)
	if err != nil {
		return Watch{}, err
	}
	w := Watch{Own: slices.Contains(own, actor.PersonID)}
	said, known, err := s.Store.Said(ctx, actor.PersonID, subject)
	w.Watching = known && said || !known && w.Own
	return w, err
}

// Say follows a record or stops; saying it again changes nothing. It writes no
// audit: whom a record interests is no affair of the county's.
func (s *Watches) Say(ctx context.Context, actor domain.Actor, subject domain.Ref, watching bool) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.seen(ctx, actor, subject); err != nil {
			return err
		}
		return s.Store.SayWatching(ctx, actor.PersonID, subject, watching, s.Clock.Now())
	})
}

func (s *Watches) seen(ctx context.Context, actor domain.Actor, subject domain.Ref) error {
	if ok, err := s.Store.Readable(ctx, actor, subject); err != nil || !ok {
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
