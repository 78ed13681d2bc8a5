package repository_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"sangu/domain"
)

// subject is an entity that a store adds, loads and saves over its version.
type subject struct {
	// saves names the methods that write it over its version.
	saves []string
	test  func(s *stores)
	stale func(s *stores)
}

// fate says what becomes of the fields that do not simply go in and come out.
type fate struct {
	once  []string // an add stores them, and no save changes them
	later []string // only a save stores them
	given []string // they are read from elsewhere
}

// others are further methods that write a subject over its version.
type others[S, E any] map[string]func(S, context.Context, E) error

// access are a store's methods for one subject.
type access[S, E any] struct {
	store func(*stores) S
	add   func(S, context.Context, E) error
	save  func(S, context.Context, E) error
	load  func(S, context.Context, domain.ID) (E, error)
	// with finishes an entity before it is added, where fields depend on others.
	with func(s *stores, e *E)
}

// of registers a subject: save is the name of the method that saves it.
func of[S, E any](save string, a access[S, E], f fate, more others[S, E]) subject {
	out := subject{saves: []string{save}}
	for name := range more {
		out.saves = append(out.saves, name)
	}
	out.test = func(s *stores) { roundTrip(s, a, f) }
	out.stale = func(s *stores) {
		staleWrite(s, a, f, a.save)
		for _, other := range more {
			staleWrite(s, a, f, other)
		}
	}
	return out
}

// added stores a new entity, every field filled.
func added[S, E any](s *stores, a access[S, E], f fate) E {
	s.t.Helper()
	var e E
	e = filled(s, e, append([]string{"Version"}, f.given...)...)
	reflect.ValueOf(&e).Elem().FieldByName("Version").SetInt(1)
	if a.with != nil {
		a.with(s, &e)
	}
	s.do(func(ctx context.Context) error { return a.add(a.store(s), ctx, e) })
	return e
}

func loaded[S, E any](s *stores, a access[S, E], id domain.ID) E {
	s.t.Helper()
	e, err := a.load(a.store(s), context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return e
}

func idOf(e any) domain.ID { return reflect.ValueOf(e).FieldByName("ID").Interface().(domain.ID) }

func roundTrip[S, E any](s *stores, a access[S, E], f fate) {
	s.t.Helper()
	e := added(s, a, f)
	for _, d := range differences(loaded(s, a, idOf(e)), e, slices.Concat(f.later, f.given)) {
		s.t.Errorf("added and loaded: %s", d)
	}
	changed := filled(s, e, slices.Concat([]string{"ID", "Version"}, f.once, f.given)...)
	s.do(func(ctx context.Context) error { return a.save(a.store(s), ctx, changed) })
	reflect.ValueOf(&changed).Elem().FieldByName("Version").SetInt(2)
	for _, d := range differences(loaded(s, a, idOf(e)), changed, f.given) {
		s.t.Errorf("saved and loaded: %s", d)
	}
}

// staleWrite lets two read the same version and both write: the second is refused.
func staleWrite[S, E any](s *stores, a access[S, E], f fate, save func(S, context.Context, E) error) {
	s.t.Helper()
	id := idOf(added(s, a, f))
	first, second := loaded(s, a, id), loaded(s, a, id)
	s.do(func(ctx context.Context) error { return save(a.store(s), ctx, first) })
	after := loaded(s, a, id)
	err := s.db.Do(context.Background(), func(ctx context.Context) error { return save(a.store(s), ctx, second) })
	if !domain.IsKind(err, domain.KindStale) {
		s.t.Errorf("the second of two writes over one version: %v, want a stale write", err)
	}
	if d := differences(loaded(s, a, id), after, nil); len(d) > 0 {
		s.t.Errorf("a stale write changed the row: %v", d)
	}
}

func TestEveryFieldOfAnEntityIsStoredAndRead(t *testing.T) {
	t.Parallel()
	for _, sub := range subjects() {
		t.Run(sub.saves[0], func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, s *stores) { sub.test(s) })
		})
	}
}

func TestTheSecondOfTwoWritesOverOneVersionIsStale(t *testing.T) {
	t.Parallel()
	for _, sub := range subjects() {
		t.Run(sub.saves[0], func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, s *stores) { sub.stale(s) })
		})
	}
}
