package library

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// OutboxEvent says that a record changed; not what of it.
type OutboxEvent struct {
	ID      domain.ID
	Subject domain.Ref
	ActorID domain.ID
}

// LiveStore returns what happened, by the order of IDs, from one on.
type LiveStore interface {
	EventsSince(ctx context.Context, from domain.ID, most int) ([]OutboxEvent, error)
	Seen(ctx context.Context, actor domain.Actor, kind string, ids []domain.ID) ([]domain.ID, error)
}

// Live tells people of changes to records that they see.
type Live struct {
	Store LiveStore
	Clock domain.Clock
}

const (
	// lookBack is how long a unit of work may take between naming what happened
	// and being seen: so far back every look goes again.
	lookBack = 10 * time.Second
	// missedMost is how long ago a reader may have left and still be told all.
	missedMost   = 5 * time.Minute
	mostTogether = 500
)

// StreamPosition is one reader's place in what happens.
type StreamPosition struct {
	told  map[domain.ID]bool
	begin time.Time // nothing before it is told
	after domain.ID // nor up to this one
	from  time.Time
}

// Follow begins at what a reader was told last, or now. missed says that it was
// too long ago to tell what happened since: then everything is to be read anew.
func (s *Live) Follow(last domain.ID) (t *StreamPosition, missed bool) {
	now := s.Clock.Now()
	t = &StreamPosition{told: map[domain.ID]bool{}, begin: now, from: now}
	if last.IsZero() {
		return t, false
	}
	if last < idAt(now.Add(-missedMost)) {
		return t, true
	}
	if begin := now.Add(-missedMost); last >= idAt(begin) {
		t.begin, t.from, t.after = begin, begin, last
	}
	return t, false
}

// Next returns what happened since the last look to records that the actor sees.
func (s *Live) Next(ctx context.Context, actor domain.Actor, t *StreamPosition) ([]OutboxEvent, error) {
	all, err := s.Store.EventsSince(ctx, idAt(t.from), mostTogether)
	if err != nil {
		return nil, err
	}
	byKind := map[string][]domain.ID{}
	seen := map[domain.Ref]bool{}
	var fresh []OutboxEvent
	for _, h := range all {
		if t.told[h.ID] || h.ID <= t.after {
			continue
		}
		if h.Subject.Kind == noticeKind && h.Subject.ID == actor.PersonID {
			fresh, seen[h.Subject] = append(fresh, h), true
		}
		if slices.Contains(liveKinds(), h.Subject.Kind) {
			fresh = append(fresh, h)
			byKind[h.Subject.Kind] = append(byKind[h.Subject.Kind], h.Subject.ID)
		}
	}
	for kind, ids := range byKind {
		visible, err := s.Store.Seen(ctx, actor, kind, ids)
		if err != nil {
			return nil, err
		}
		for _, id := range visible {
			seen[domain.Ref{Kind: kind, ID: id}] = true
		}
	}
	t.forget(idAt(t.from))
	var out []OutboxEvent
	last := map[domain.Ref]domain.ID{}
	for _, h := range fresh {
		t.told[h.ID] = true
		last[h.Subject] = h.ID
	}
	for _, h := range fresh {
		// Of several changes to one record in one look the last is told.
		if seen[h.Subject] && last[h.Subject] == h.ID {
			out = append(out, h)
		}
	}
	if t.from = s.Clock.Now().Add(-lookBack); t.from.Before(t.begin) {
		t.from = t.begin
	}
	return out, nil
}

func (t *StreamPosition) forget(before domain.ID) {
	for id := range t.told {
		if id < before {
			delete(t.told, id)
		}
	}
}

// noticeKind is what goes out where somebody was told of something; its subject
// is that person, who alone learns of it.
const noticeKind = "notice"

func liveKinds() []string { return []string{"project", "client", "enterprise", "lead", "visit"} }

// idAt is the least UUIDv7 of an instant.
func idAt(at time.Time) domain.ID {
	ms := at.UnixMilli()
	return domain.ID(fmt.Sprintf("%08x-%04x-7000-8000-000000000000", ms>>16, ms&0xffff))
}
