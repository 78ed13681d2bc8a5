package notice

import (
	"context"
	"slices"

	"sangu/domain"
)

// reader is a person who may be notified: as an actor of today, with what they want.
type reader struct {
	actor    domain.Actor
	settings Settings
	gone     bool // no account any more
}

// readerCache holds the readers met in one unit of work.
type readerCache struct {
	*Dispatcher
	people map[domain.ID]reader
}

// reader returns a person from the cache, or reads the person into it.
func (k *readerCache) reader(ctx context.Context, id domain.ID) (reader, error) {
	if r, ok := k.people[id]; ok {
		return r, nil
	}
	actor, err := k.Actors(ctx, id)
	r := reader{actor: actor}
	switch {
	case domain.IsKind(err, domain.KindNotFound), domain.IsKind(err, domain.KindUnauthenticated):
		r.gone = true
	case err != nil:
		return r, err
	default:
		if r.settings, err = k.store.NoticeSettings(ctx, id); err != nil {
			return r, err
		}
	}
	k.people[id] = r
	return r, nil
}

// wants reports whether the person is to be notified of the kind on a record: the
// kind was not turned off, and the person sees the record.
func (r reader) wants(ctx context.Context, store RecipientStore, kind Kind, subject domain.Ref) (bool, error) {
	if r.gone || !r.settings.Wants(kind) {
		return false, nil
	}
	if !slices.Contains(Followable(), subject.Kind) {
		return true, nil
	}
	return store.Readable(ctx, r.actor, subject)
}
