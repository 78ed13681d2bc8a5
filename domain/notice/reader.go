package notice

import (
	"context"
	"slices"

	"sangu/domain"
)

// reader is somebody who may be told: as an actor of today, with what they want.
type reader struct {
	actor    domain.Actor
	settings Settings
	gone     bool // no account any more
}

// known keeps the readers met in one unit of work.
type known struct {
	*Dispatcher
	people map[domain.ID]reader
}

func (k *known) reader(ctx context.Context, id domain.ID) (reader, error) {
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
		if r.settings, err = k.Store.NoticeSettings(ctx, id); err != nil {
			return r, err
		}
	}
	k.people[id] = r
	return r, nil
}

// wants reports whether the person is to be told of the kind on a record: it
// was not turned off, and the record is seen.
func (r reader) wants(ctx context.Context, store TellerStore, kind Kind, subject domain.Ref) (bool, error) {
	if r.gone || !r.settings.Wants(kind) {
		return false, nil
	}
	if !slices.Contains(Followable(), subject.Kind) {
		return true, nil
	}
	return store.Readable(ctx, r.actor, subject)
}
