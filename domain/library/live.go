package library

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sangu/domain"
)

// OutboxEvent says that a record was changed, not what was changed.
type OutboxEvent struct {
	ID      domain.ID
	Subject domain.Ref
	ActorID domain.ID
}

// LiveStore reads the outbox.
type LiveStore interface {
	// EventsSince returns at most so many of the latest events whose ID is from or
	// greater, in the order of IDs.
	EventsSince(ctx context.Context, from domain.ID, most int) ([]OutboxEvent, error)
	// Seen returns those of the records that the actor sees.
	Seen(ctx context.Context, actor domain.Actor, kind string, ids []domain.ID) ([]domain.ID, error)
}

// Live tells people of changes to records that they see.
type Live struct {
	store LiveStore
	Clock domain.Clock
}

// NewLive returns s, the service, with its store filled in.
func NewLive(store LiveStore, s *Live) *Live {
	s.store = store
	return s
}

const (
	// lookBack is the longest time between an event's ID and its commit: every look
	// reads again from that long ago.
	lookBack = 10 * time.Second
	// missedMost is the longest absence after which a reader is still told everything.
	missedMost   = 5 * time.Minute
	mostTogether = 500 // events of one look
)

// StreamPosition is how far one reader has read the outbox.
type StreamPosition struct {
	told  map[domain.ID]bool // events that were sent and may be read again
	begin time.Time          // nothing before it is told
	after domain.ID          // nor up to this one
	from  time.Time
}

// Follow returns the position after the event that a reader was told last, or now
// where last is zero. missed is true where that was over five minutes ago: then the
// reader has to read everything anew.
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

// Next returns the events since the last look whose records the actor sees, and moves
// the position. Of several events of one record only the latest is returned.
func (s *Live) Next(ctx context.Context, actor domain.Actor, t *StreamPosition) ([]OutboxEvent, error) {
	all, err := s.store.EventsSince(ctx, idAt(t.from), mostTogether)
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
		visible, err := s.store.Seen(ctx, actor, kind, ids)
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
		if seen[h.Subject] && last[h.Subject] == h.ID {
			out = append(out, h)
		}
	}
	if t.from = s.Clock.Now().Add(-lookBack); t.from.Before(t.begin) {
		t.from = t.begin
	}
	return out, nil
}

// forget drops the events that no look reads again.
func (t *StreamPosition) forget(before domain.ID) {
	for id := range t.told {
		if id < before {
			delete(t.told, id)
		}
	}
}

// noticeKind is the kind of an event that says that somebody got a notice. Its subject
// is that person, and nobody else is told of it.
const noticeKind = "notice"

func liveKinds() []string {
	return []string{domain.SubjectProject, domain.SubjectClient, domain.SubjectEnterprise, domain.SubjectLead, domain.SubjectVisit}
}

// idAt returns the least UUIDv7 of an instant.
func idAt(at time.Time) domain.ID {
	ms := at.UnixMilli()
	return domain.ID(fmt.Sprintf("%08x-%04x-7000-8000-000000000000", ms>>16, ms&0xffff))
}
