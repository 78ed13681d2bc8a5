package repository_test

import (
	"context"
	"reflect"

	"sangu/domain"
)

// setting registers what there is one of, which is read and saved over its version.
func setting[S, E any](save string, store func(*stores) S, load func(S, context.Context) (E, error),
	write func(S, context.Context, E) error) subject {
	read := func(s *stores) E {
		s.t.Helper()
		e, err := load(store(s), context.Background())
		if err != nil {
			s.t.Fatal(err)
		}
		return e
	}
	test := func(s *stores) {
		for range 2 { // the first write makes the row, the second changes it
			e := filled(s, read(s), "Version")
			s.do(func(ctx context.Context) error { return write(store(s), ctx, e) })
			v := reflect.ValueOf(&e).Elem().FieldByName("Version")
			v.SetInt(v.Int() + 1)
			for _, d := range differences(read(s), e, nil) {
				s.t.Errorf("saved and loaded: %s", d)
			}
		}
	}
	stale := func(s *stores) {
		for range 2 {
			e := read(s)
			s.do(func(ctx context.Context) error { return write(store(s), ctx, e) })
			err := s.db.Do(context.Background(), func(ctx context.Context) error { return write(store(s), ctx, e) })
			if !domain.IsKind(err, domain.KindStale) {
				s.t.Errorf("the second of two writes over one version: %v, want a stale write", err)
			}
		}
	}
	return subject{saves: []string{save}, test: test, stale: stale}
}
